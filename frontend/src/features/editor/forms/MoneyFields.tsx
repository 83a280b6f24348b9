import { Trans, useLingui } from '@lingui/react/macro'
import { useFormContext } from 'react-hook-form'
import type { ProjectDetail } from '@/api/types'
import { Choices, DateInput, Field, MoneyInput, TextInput } from '@/ui/form'
import { modeWords } from '@/ui/funding/project-words'
import { ExpectedHours } from '../components/ExpectedHours'
import type { Content } from '../content/content'
import { ZoneSelect } from './ZoneSelect'

/** How much, how it is shared, until when, and what work it is. */
export function MoneyFields({ project }: { project: ProjectDetail }) {
  const { t, i18n } = useLingui()
  const { register } = useFormContext<Content>()
  // A range is for the time before pledges are taken; publishing as open ends it.
  const ranged = project.can.publish.ok

  return (
    <div className="grid gap-5">
      <Choices
        legend={t`How it is paid`}
        choices={(['shared', 'fixed'] as const).map((mode) => ({
          value: mode,
          label: i18n._(modeWords[mode].name),
          explanation: i18n._(modeWords[mode].explanation),
        }))}
        {...register('mode')}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="goal" label={t`Goal, firm`} optional={ranged}>
          <MoneyInput name="goal" />
        </Field>
        <Field name="minimum_pledge" label={t`Smallest pledge`}>
          <MoneyInput name="minimum_pledge" />
        </Field>
        {ranged && (
          <>
            <Field name="goal_low" label={t`Or a range, from`} optional help={t`A candidate’s goal may be a range.`}>
              <MoneyInput name="goal_low" />
            </Field>
            <Field name="goal_high" label={t`to`} optional>
              <MoneyInput name="goal_high" />
            </Field>
          </>
        )}
        <Field name="pledge_by" label={t`Pledge by`} help={t`The last day; it closes when that day ends there.`}>
          <DateInput {...register('pledge_by')} />
        </Field>
        <Field name="time_zone" label={t`in the time zone`}>
          <ZoneSelect />
        </Field>
        <Field name="capacity_hours" label={t`Hours it takes`} help={<ExpectedHours />}>
          <TextInput inputMode="numeric" autoComplete="off" {...register('capacity_hours')} />
        </Field>
      </div>
      <p className="text-xs text-muted">
        <Trans>
          Once somebody has pledged, these terms stay: the goal may fall, and the date moves by extending it.
        </Trans>
      </p>
    </div>
  )
}
