import { t } from '@lingui/core/macro'
import * as v from 'valibot'
import type { Conditions, NewPledge, Pledge } from '@/api/types'
import { toCount } from '@/lib/count'
import { rules } from '@/ui/form'
import { makeOne } from './part-of-goal'

/** The four conditions there are; all that are chosen must hold. */
export const conditionKinds = ['min_other_orgs', 'min_other_amount', 'min_total', 'requires_org'] as const
export type ConditionKind = (typeof conditionKinds)[number]

const fraction = () =>
  v.pipe(
    v.string(),
    v.regex(/^(\d{1,2}\/\d{1,2}|[01](\.\d{1,4})?)$/, () => t`Write a part such as 1/3 or 0.25.`),
  )

/** What every form about a pledge's money holds. */
const money = {
  /** Which of the three the person said; the other two only show what it comes to. */
  source: v.picklist(['amount', 'fraction', 'remaining']),
  amount: v.pipe(
    v.string(),
    v.regex(/^\d{1,12}\.\d{2}$/, () => t`Write an amount such as 2,500.00.`),
  ),
  fraction: v.string(),
  conditions: v.pipe(
    v.object({
      /** Those that are ticked. */
      when: v.array(v.picklist(conditionKinds)),
      min_other_orgs: v.string(),
      min_other_amount: v.string(),
      min_total: v.string(),
      requires_org: v.string(),
    }),
    v.forward(
      v.check(
        ({ when, ...said }) => when.every((kind) => said[kind] !== ''),
        () => t`Fill in what must hold, or take the tick away.`,
      ),
      ['when'],
    ),
  ),
  /** Nothing: all in the current year. */
  instalments: v.pipe(
    v.array(v.object({ fiscal_year: v.string(), part: fraction() })),
    v.check(
      (years) => years.length === 0 || makeOne(years.map(({ part }) => part)),
      () => t`Together the parts must make 1, such as 1/2 and 1/2.`,
    ),
  ),
}

const words = {
  purchase_order: v.pipe(v.string(), v.trim()),
  note: v.pipe(v.string(), v.trim()),
}

export const newPledgeSchema = v.object({
  organization: rules.required(),
  ...money,
  visibility: v.picklist(['public', 'name_only', 'anonymous']),
  ...words,
  accept: v.pipe(
    v.boolean(),
    v.check(
      (accepted) => accepted,
      () => t`Tick this to go on: it says that you may commit this, and by which terms.`,
    ),
  ),
})
export const changedPledgeSchema = v.object({ ...money, ...words })

export type NewPledgeValues = v.InferInput<typeof newPledgeSchema>
export type ChangedPledgeValues = v.InferInput<typeof changedPledgeSchema>
export type MoneyValues = Pick<NewPledgeValues, keyof typeof money>

export const noConditions = {
  when: [] as ConditionKind[],
  min_other_orgs: '',
  min_other_amount: '',
  min_total: '',
  requires_org: '',
}

/** What is asked for, by the one way in which it was said. */
export function askOf({ source, amount, fraction }: MoneyValues) {
  if (source === 'remaining') return { take_remaining: true }
  return source === 'fraction' ? { fraction } : { amount }
}

export function conditionsOf({ conditions }: MoneyValues): Partial<Conditions> {
  const said = conditions.when.filter((kind) => conditions[kind] !== '')
  return Object.fromEntries(
    said.map((kind) => [kind, kind === 'min_other_orgs' ? toCount(conditions[kind]) : conditions[kind]]),
  )
}

/** The body that places the pledge. */
export function toPlace(values: NewPledgeValues, terms_version: string): NewPledge {
  const conditions = conditionsOf(values)
  return {
    organization: values.organization,
    ...askOf(values),
    visibility: values.visibility,
    terms_version,
    ...(values.note && { note: values.note }),
    ...(values.purchase_order && { purchase_order: values.purchase_order }),
    ...(Object.keys(conditions).length > 0 && { conditions }),
    ...(values.instalments.length > 0 && { instalments: values.instalments }),
  }
}

/** A pledge as the form shows it. */
export function valuesOf(pledge: Pledge): ChangedPledgeValues {
  const { conditions } = pledge
  return {
    source: pledge.fraction ? 'fraction' : 'amount',
    amount: pledge.amount,
    fraction: pledge.fraction ?? '',
    conditions: {
      when: conditionKinds.filter((kind) => conditions[kind] !== null && conditions[kind] !== undefined),
      min_other_orgs: String(conditions.min_other_orgs ?? ''),
      min_other_amount: conditions.min_other_amount ?? '',
      min_total: conditions.min_total ?? '',
      requires_org: conditions.requires_org ?? '',
    },
    instalments:
      pledge.instalments.length > 1 ? pledge.instalments.map(({ fiscal_year, part }) => ({ fiscal_year, part })) : [],
    purchase_order: pledge.purchase_order ?? '',
    note: pledge.note ?? '',
  }
}
