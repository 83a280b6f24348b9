import type { Pledge, PledgeChanges } from '@/api/types'
import { askOf, type ChangedPledgeValues, conditionsOf, valuesOf } from './pledge-schema'

/** Only what is different from the pledge as it was seen: what is not named stays, whoever changed it meanwhile. */
export function changesOf(seen: Pledge, values: ChangedPledgeValues): PledgeChanges {
  const before = valuesOf(seen)
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  const conditions = conditionsOf(values)
  const years = values.instalments
  return {
    ...(!same(askOf(before), askOf(values)) && askOf(values)),
    ...(!same(conditionsOf(before), conditions) && {
      conditions: Object.keys(conditions).length > 0 ? conditions : null,
    }),
    ...(!same(before.instalments, years) && {
      instalments: years.length > 0 ? years : [{ fiscal_year: seen.instalments[0]?.fiscal_year ?? '', part: '1/1' }],
    }),
    ...(before.note !== values.note && { note: values.note || null }),
    ...(before.purchase_order !== values.purchase_order && { purchase_order: values.purchase_order || null }),
  }
}
