import { useLingui } from '@lingui/react/macro'
import { useSession } from '@/api/session'
import type { Project } from '@/api/types'
import { browserTimeZone, formatDate, formatExact } from '@/lib/dates'
import { formatLocale } from '@/lib/locale'

type Props = { project: Pick<Project, 'pledge_by' | 'closes_at'> }

/** The last day to pledge, the same for everybody; when exactly it is over for the reader, on hover. */
export function LastDay({ project: { pledge_by, closes_at } }: Props) {
  const { i18n } = useLingui()
  const { user } = useSession()
  const locale = formatLocale(i18n.locale)
  const zone = user?.time_zone ?? browserTimeZone()
  if (!pledge_by) return null
  return (
    <time
      dateTime={closes_at ?? pledge_by}
      title={closes_at ? formatExact(closes_at, locale, zone) : undefined}
      className="whitespace-nowrap"
    >
      {formatDate(pledge_by, locale)}
    </time>
  )
}
