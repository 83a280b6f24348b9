/** Where people write who want to take part; the server may name another address in the page. */
export function contactAddress(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="cofund-contact"]')?.content || 'hello@2i2c.org'
}
