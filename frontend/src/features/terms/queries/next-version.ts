/** The name of a version made now: its month, and a number if that month has one already. */
export function nextVersion(taken: readonly string[], now = new Date()): string {
  const month = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`
  if (!taken.includes(month)) return month
  let number = 2
  while (taken.includes(`${month}.${number}`)) number += 1
  return `${month}.${number}`
}
