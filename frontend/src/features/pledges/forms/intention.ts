import type { Intention } from '@/api/types'
import { makeOne } from './part-of-goal'
import { askOf, conditionsOf, type MoneyValues, type NewPledgeValues } from './pledge-schema'

const amountPattern = /^\d{1,12}\.\d{2}$/
const fractionPattern = /^(\d{1,2}\/\d{1,2}|[01](\.\d{1,4})?)$/

export const isAmount = (text: string | undefined): text is string => amountPattern.test(text ?? '')
export const isFraction = (text: string | undefined): text is string => fractionPattern.test(text ?? '')

/** As much of a half-filled form as can be asked about; `null` while no amount is said. */
export function moneyAsked(values: MoneyValues): Intention | null {
  const { source, amount, fraction, instalments, conditions } = values
  const said = source === 'remaining' || (source === 'amount' ? isAmount(amount) : isFraction(fraction))
  if (!said) return null
  const readable = conditions.when.filter((kind) =>
    kind === 'min_other_orgs'
      ? /^[1-9]\d*$/.test(conditions[kind])
      : kind === 'requires_org' || isAmount(conditions[kind]),
  )
  const asked = conditionsOf({ ...values, conditions: { ...conditions, when: readable } })
  const parts = instalments.map(({ part }) => part)
  return {
    ...askOf(values),
    ...(Object.keys(asked).length > 0 && { conditions: asked }),
    ...(parts.length > 0 && parts.every(isFraction) && makeOne(parts) && { instalments }),
  }
}

export function intentionOf(values: NewPledgeValues): Intention | null {
  const money = moneyAsked(values)
  return money && values.organization
    ? { organization: values.organization, visibility: values.visibility, ...money }
    : null
}
