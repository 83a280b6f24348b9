import { Trans } from '@lingui/react/macro'
import { useFormContext } from 'react-hook-form'
import { Checkbox, SubmitButton } from '@/ui/form'
import { useFieldError } from '@/ui/form/use-field-error'
import { Money } from '@/ui/Money'
import type { NewPledgeValues } from './pledge-schema'

type Props = {
  organization: string
  version: string
  ceiling: boolean
  /** The API says that a lead would have to approve it. */
  requested: boolean
}

/** The promise one makes by sending, and the button that says what it does. */
export function SendPledge({ organization, version, ceiling, requested }: Props) {
  const { register, watch } = useFormContext<NewPledgeValues>()
  const error = useFieldError('accept')
  const amount = watch('amount')
  const money = /^\d+\.\d{2}$/.test(amount) ? <Money amount={amount} /> : null

  return (
    <div className="grid justify-items-start gap-4">
      <div className="grid gap-1.5">
        <Checkbox
          {...register('accept')}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? 'accept-error' : undefined}
        >
          <Trans>
            I may commit this for {organization}, and accept the terms, version {version}.
          </Trans>
        </Checkbox>
        {error && (
          <p id="accept-error" className="text-xs font-medium text-danger">
            {error}
          </p>
        )}
      </div>
      <SubmitButton className="min-h-11.5 px-6">
        <span>
          {requested ? (
            money ? (
              <Trans>Ask a lead to approve {money}</Trans>
            ) : (
              <Trans>Ask a lead to approve it</Trans>
            )
          ) : ceiling && money ? (
            <Trans>Pledge up to {money}</Trans>
          ) : money ? (
            <Trans>Pledge {money}</Trans>
          ) : (
            <Trans>Pledge</Trans>
          )}
        </span>
      </SubmitButton>
    </div>
  )
}
