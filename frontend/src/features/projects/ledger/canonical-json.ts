/**
 * JSON in its one canonical form (RFC 8785): no white space, members in the order of their UTF-16 code units, numbers
 * and strings as ECMAScript writes them. Two programs that agree on a value agree on these bytes, so they can be hashed.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1))
    return `{${members.map(([name, inner]) => `${canonicalText(name)}:${canonicalJson(inner)}`).join(',')}}`
  }
  if (typeof value === 'string') return canonicalText(value)
  if (typeof value === 'boolean' || value === null) return String(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  throw new TypeError(`JSON has no ${String(value)}`)
}

/** Half of a surrogate pair has no UTF-8, so that nothing could be said about its bytes. */
function canonicalText(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new TypeError('JSON has no half characters')
  return JSON.stringify(text)
}
