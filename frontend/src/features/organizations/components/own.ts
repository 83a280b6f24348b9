import type { Organization } from '@/api/types'

/** Whether the reader sees what only the organisation's own people and staff do: then that part is in the answer. */
export function isOwn({ currency }: Organization): boolean {
  return currency !== undefined
}
