import { Trans, useLingui } from '@lingui/react/macro'
import type { Organization } from '@/api/types'
import { fiscalYearMonths } from '@/lib/dates'
import { formatLocale } from '@/lib/locale'
import { Badge } from '@/ui/Badge'
import { CalendarDate } from '@/ui/DateTime'
import { kindWords, roleWords } from './words'

/** What kind of organisation it is; its own people also see until when, and their role. */
export function OrganizationFacts({ organization }: { organization: Organization }) {
  const { i18n } = useLingui()
  const { kind, tier, membership_active, membership_ends, fiscal_year_start_month, my_role } = organization
  const [first, last] = fiscalYearMonths(fiscal_year_start_month ?? 1, formatLocale(i18n.locale))

  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-1 text-ui text-muted">
      <span>{tier ? `${i18n._(kindWords[kind])}, ${tier.name}` : i18n._(kindWords[kind])}</span>
      {!membership_active && (
        <Badge tone="care">
          <Trans>membership not active</Trans>
        </Badge>
      )}
      {membership_ends && membership_active && (
        <span>
          <Trans>
            Active until <CalendarDate date={membership_ends} />
          </Trans>
        </span>
      )}
      {fiscal_year_start_month !== undefined && (
        <span>
          <Trans>
            Fiscal year{' '}
            <b className="font-medium">
              {first} to {last}
            </b>
          </Trans>
        </span>
      )}
      {my_role && (
        <span>
          <Trans>
            Your role <b className="font-medium">{i18n._(roleWords[my_role].name)}</b>
          </Trans>
        </span>
      )}
    </div>
  )
}
