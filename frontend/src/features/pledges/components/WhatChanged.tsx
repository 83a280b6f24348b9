import { Trans, useLingui } from '@lingui/react/macro'
import type { Pledge } from '@/api/types'
import { formatLocale } from '@/lib/locale'
import { formatMoney } from '@/lib/money'
import { pledgeWords, visibilityWords } from '@/ui/funding/pledge-words'

/** What somebody else made of the pledge while one had it open. */
export function WhatChanged({ before, now }: { before: Pledge; now: Pledge }) {
  const { t, i18n } = useLingui()
  const money = (amount: string) => formatMoney(amount, formatLocale(i18n.locale))
  const shown = (pledge: Pledge): [name: string, value: string][] => [
    [t`Amount`, money(pledge.amount)],
    [t`Where it stands`, i18n._(pledgeWords[pledge.status])],
    [t`Who sees it`, i18n._(visibilityWords[pledge.visibility].name)],
    [t`Purchase order`, pledge.purchase_order ?? '–'],
    [t`Note`, pledge.note ?? '–'],
    [t`Conditions`, JSON.stringify(pledge.conditions)],
    [t`Fiscal years`, pledge.instalments.map(({ fiscal_year, part }) => `${fiscal_year} ${part}`).join(', ')],
  ]
  const theirs = shown(now)
  const changed = shown(before).flatMap(([name, value], index) => {
    const after = theirs[index]?.[1] ?? ''
    return after === value ? [] : [{ name, value, after }]
  })

  return (
    <div role="status" className="grid gap-1.5 rounded-r-md border-l-3 border-accent bg-tint px-4 py-3 text-sm">
      <p className="font-medium text-ink">
        <Trans>Somebody changed this pledge meanwhile. This is their version now:</Trans>
      </p>
      <ul className="grid gap-0.5">
        {changed.map(({ name, value, after }) => (
          <li key={name}>
            {name === t`Conditions` ? (
              <Trans>Its conditions are others now.</Trans>
            ) : (
              <>
                {name}: <s className="text-muted">{value}</s> <b>{after}</b>
              </>
            )}
          </li>
        ))}
        {changed.length === 0 && (
          <li>
            <Trans>Nothing that is shown here.</Trans>
          </li>
        )}
      </ul>
    </div>
  )
}
