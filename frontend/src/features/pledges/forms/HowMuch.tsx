import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import type { Project } from '@/api/types'
import { formatLocale } from '@/lib/locale'
import { compareAmounts, formatMoney } from '@/lib/money'
import { Field, FractionInput, MoneyInput } from '@/ui/form'
import { Money } from '@/ui/Money'
import { fractionOf } from './part-of-goal'
import type { MoneyValues } from './pledge-schema'
import { type Preset, presetsFor } from './presets'
import { useInStep } from './use-in-step'

type Props = { project: Project; left: string | null | undefined; own?: string }

/** One amount, said in three ways that stay in step: a suggestion, a sum, a part of the goal. */
export function HowMuch({ project, left, own }: Props) {
  const { t, i18n } = useLingui()
  const { watch, setValue } = useFormContext<MoneyValues>()
  const [source, amount] = watch(['source', 'amount'])
  const goal = project.goal ?? '0.00'
  const ceiling = project.mode === 'shared' && compareAmounts(project.gap, '0.00') === 0
  const minimum = formatMoney(project.minimum_pledge, formatLocale(i18n.locale), { cents: false })

  useInStep(goal, ceiling ? 'up' : 'down')

  function take(preset: Preset) {
    const options = { shouldDirty: true, shouldValidate: true } as const
    setValue('source', preset.source, options)
    setValue('amount', preset.amount, options)
    setValue('fraction', preset.fraction || (fractionOf(preset.amount, goal) ?? ''), options)
  }

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of buttons is no set of fields */}
      <div
        role="group"
        aria-label={t`Suggested amounts`}
        className="grid grid-cols-2 gap-2 sm:auto-cols-fr sm:grid-flow-col sm:grid-cols-none"
      >
        {presetsFor(project, left, own).map((preset) => (
          <button
            key={preset.reason}
            type="button"
            aria-pressed={preset.source === source && preset.amount === amount}
            onClick={() => take(preset)}
            className="grid content-start rounded-md border border-line-strong bg-surface px-3 py-2 text-left text-ui font-medium text-ink hover:border-ink aria-pressed:border-accent aria-pressed:bg-tint aria-pressed:inset-ring aria-pressed:inset-ring-accent"
          >
            <Money amount={preset.amount} cents={false} bare />
            <span className="text-xs font-normal text-muted">
              <ReasonWords preset={preset} />
            </span>
          </button>
        ))}
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="amount" label={ceiling ? t`At most` : t`Amount`} help={<Trans>From {minimum}.</Trans>}>
          <MoneyInput name="amount" />
        </Field>
        <Field name="fraction" label={t`Or as a part of the goal`} help={<Trans>Such as 1/3 or 25 %.</Trans>}>
          <FractionInput name="fraction" />
        </Field>
      </div>
    </>
  )
}

function ReasonWords({ preset: { reason, people = 0 } }: { preset: Preset }): ReactNode {
  if (reason === 'remaining') return <Trans>all that remains</Trans>
  if (reason === 'tipping') return <Trans>would cover it</Trans>
  if (reason === 'equal') return <Plural value={people} one="the whole" other="an equal share of #" />
  if (reason === 'quarter') return <Trans>a quarter of the goal</Trans>
  if (reason === 'year') return <Trans>all your year has left</Trans>
  return <Trans>the smallest pledge</Trans>
}
