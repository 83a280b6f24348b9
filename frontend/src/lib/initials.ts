/** Two letters for somebody, or something, without a picture. */
export function initials(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => /^[\p{L}\p{N}]/u.test(word))
  const [first = '', second = words[0]?.slice(1) ?? ''] = words
  return `${first.slice(0, 1)}${second.slice(0, 1)}`.toLocaleUpperCase()
}
