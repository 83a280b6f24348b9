import type { Organization } from '@/api/types'

/** Whether the settings have anything to offer this reader. */
export function mayChangeSomething({ can }: Organization): boolean {
  return [can.edit_profile, can.edit_billing, can.edit_ceiling, can.edit_membership].some(({ ok }) => ok)
}
