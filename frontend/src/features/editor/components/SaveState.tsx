import { Trans, useLingui } from '@lingui/react/macro'
import { explain } from '@/api/errors'
import { ApiError } from '@/api/problem'
import { useMe } from '@/api/session'
import { browserTimeZone, formatMoment } from '@/lib/dates'
import { listFormat } from '@/lib/intl'
import { formatLocale } from '@/lib/locale'
import { Button } from '@/ui/Button'
import { RequestId } from '@/ui/RequestId'
import { useSaver, useSaverState } from '../autosave/use-saver'
import type { Part } from '../content/parts'
import { partWords } from './part-words'

/** Whether what is typed is safe, and where. Only trouble and its end are read out. */
export function SaveState() {
  const { i18n } = useLingui()
  const saver = useSaver()
  const { status, error, held, taken, savedAt } = useSaverState()
  const { time_zone } = useMe()
  const locale = formatLocale(i18n.locale)
  const list = (parts: readonly Part[]) => listFormat(locale).format(parts.map((part) => i18n._(partWords[part])))
  const at = savedAt && formatMoment(new Date(savedAt).toISOString(), locale, time_zone ?? browserTimeZone())

  return (
    <div className="grid gap-1 text-sm">
      <p className="text-muted">
        {status === 'saving' && <Trans>Saving…</Trans>}
        {status === 'typing' && <Trans>Not saved yet…</Trans>}
        {status === 'saved' && (at ? <Trans>Saved {at}</Trans> : <Trans>All is saved</Trans>)}
        {status === 'disputed' && <Trans>Not saved: two versions differ. Yours is kept on this device.</Trans>}
      </p>
      <div role="status" className="flex flex-wrap items-center gap-x-4 gap-y-1">
        {status === 'held' && (
          <>
            <p className="text-danger">
              <Trans>Saved, but for what is not finished: {list(held)}.</Trans>
            </p>
            <Button size="small" onClick={() => saver.putBack(held)}>
              <Trans>Put back what is saved</Trans>
            </Button>
          </>
        )}
        {status === 'failed' && (
          <>
            <p className="text-danger">
              {error instanceof ApiError && error.unsettled ? (
                <Trans>
                  Not saved: Cofund does not answer. All of it is kept on this device and sent when it does.
                </Trans>
              ) : (
                explain(error)
              )}
            </p>
            <RequestId error={error} />
            <Button size="small" onClick={() => void saver.flush()}>
              <Trans>Save now</Trans>
            </Button>
          </>
        )}
        {taken.length > 0 && (
          <p className="text-ink">
            <Trans>Somebody else changed {list(taken)} meanwhile. Here it is now.</Trans>
          </p>
        )}
      </div>
    </div>
  )
}
