import { useLingui } from '@lingui/react/macro'
import { useSession } from '@/api/session'
import { browserTimeZone, formatDate, formatDay, formatExact, formatMoment, formatRelative } from '@/lib/dates'
import { formatLocale } from '@/lib/locale'

/** An instant in the reader's zone, exact on hover: "ago" for what is recent, "moment" where order matters. */
export function DateTime({ at, as = 'day' }: { at: string; as?: 'day' | 'ago' | 'moment' }) {
  const { i18n } = useLingui()
  const { user } = useSession()
  const locale = formatLocale(i18n.locale)
  const zone = user?.time_zone ?? browserTimeZone()
  return (
    <time dateTime={at} title={formatExact(at, locale, zone)} className="whitespace-nowrap">
      {as === 'ago' && formatRelative(at, locale)}
      {as === 'day' && formatDay(at, locale, zone)}
      {as === 'moment' && formatMoment(at, locale, zone)}
    </time>
  )
}

/** A calendar date, the same day in every zone. */
export function CalendarDate({ date }: { date: string }) {
  const { i18n } = useLingui()
  return (
    <time dateTime={date} className="whitespace-nowrap">
      {formatDate(date, formatLocale(i18n.locale))}
    </time>
  )
}
