import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import type { PledgeVersion } from '@/api/types'
import { DateTime } from '@/ui/DateTime'
import { Money } from '@/ui/Money'

const kinds: Record<string, MessageDescriptor> = {
  placed: msg`Pledged`,
  requested: msg`Asked a lead`,
  approved: msg`Approved`,
  declined: msg`Declined`,
  edited: msg`Changed`,
  withdrawn: msg`Withdrawn`,
  released: msg`Released`,
  signed: msg`Agreement signed`,
  settled: msg`Share frozen`,
  defaulted: msg`Not kept`,
}

/** Every step, the newest first. Nothing is ever taken out of it. */
export function History({ versions }: { versions: readonly PledgeVersion[] }) {
  const { i18n } = useLingui()
  return (
    <ol className="grid gap-5 border-l border-line">
      {versions.toReversed().map(({ version, at, kind, actor, amount, share, reason }, index) => (
        <li key={version} className="relative grid gap-0.5 pl-5 text-sm">
          <span
            aria-hidden="true"
            className={`absolute top-1.5 -left-[4.5px] size-2 rounded-full ${index === 0 ? 'bg-accent-fill' : 'bg-line-strong'}`}
          />
          <p className="flex flex-wrap items-baseline gap-x-3">
            <b>{kinds[kind] ? i18n._(kinds[kind]) : kind}</b>
            <Money amount={amount} />
            {share && share !== amount && (
              <span className="text-muted">
                <Trans>
                  of which it bears <Money amount={share} />
                </Trans>
              </span>
            )}
          </p>
          <p className="text-muted">
            <DateTime at={at} as="moment" />
            {', '}
            {actor.name ?? <Trans>by itself</Trans>}
            {actor.on_behalf && (
              <>
                {' '}
                <Trans>(staff, on behalf of the organisation)</Trans>
              </>
            )}
          </p>
          {reason && <p className="max-w-prose text-ink">“{reason}”</p>}
        </li>
      ))}
    </ol>
  )
}
