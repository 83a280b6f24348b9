import { useLingui } from '@lingui/react/macro'
import type { Capacity } from '@/api/types'

type Props = Pick<Capacity, 'funded_hours' | 'in_flight_hours'> & { hours: number }

/** The quarter's hours as a track: what is in flight, what is funded and waits, and a mark where the hours end. */
export function CapacityBar({ hours, funded_hours, in_flight_hours }: Props) {
  const { t } = useLingui()
  const whole = Math.max(hours, funded_hours, 1)
  const part = (some: number) => `${(some / whole) * 100}%`
  const waits = funded_hours - in_flight_hours
  return (
    <div
      role="img"
      aria-label={t`${in_flight_hours} hours in flight, ${waits} funded and waiting, of ${hours}`}
      className="relative flex h-4 gap-0.5 overflow-clip rounded-sm bg-sunken ring-1 ring-line ring-inset"
    >
      <span className="bg-accent-fill" style={{ width: part(in_flight_hours) }} />
      <span className="bg-share" style={{ width: part(waits) }} />
      {funded_hours > hours && <span className="absolute inset-y-0 w-0.5 bg-danger" style={{ left: part(hours) }} />}
    </div>
  )
}
