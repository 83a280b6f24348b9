/** Hands the browser a file to save. */
export function saveFile(name: string, type: string, ...parts: string[]) {
  const url = URL.createObjectURL(new Blob(parts, { type }))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  URL.revokeObjectURL(url)
}
