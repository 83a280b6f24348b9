/** Whether a text holds every word of a filter, whatever its case and accents. */
export function holdsWords(text: string, filter: string): boolean {
  const words = plain(filter).split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const whole = plain(text)
  return words.every((word) => whole.includes(word))
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
