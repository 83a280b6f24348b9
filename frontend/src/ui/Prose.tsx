/** Written prose as HTML from the API, cleaned there by the one sanitiser for pages, mails and feeds. */
export function Prose({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: see above
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
}
