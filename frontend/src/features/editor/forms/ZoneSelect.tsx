import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { Select } from '@/ui/form'
import type { Content } from '../content/content'

/** The names of all zones are hundreds, so they come when somebody goes to choose one. */
const zones = () => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]

export function ZoneSelect() {
  const { register } = useFormContext<Content>()
  const chosen = useWatch<Content, 'time_zone'>({ name: 'time_zone' })
  const [offered, setOffered] = useState<readonly string[]>([])
  const all = offered.includes(chosen) ? offered : [chosen, ...offered]
  return (
    <Select {...register('time_zone')} onFocus={() => setOffered(zones)}>
      {all.map((zone) => (
        <option key={zone} value={zone}>
          {zone.replaceAll('_', ' ')}
        </option>
      ))}
    </Select>
  )
}
