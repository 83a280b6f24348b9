import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { simulationQuery } from '@/api/projects'
import type { Intention, Simulation } from '@/api/types'

/** How long typing may pause before the API is asked. */
const pause = 300

export type Consequence = {
  /** Absent while nothing has been asked, and where the API refuses it. */
  simulation: Simulation | undefined
  refusal: unknown
  /** The answer to what is asked now is not there yet. */
  moving: boolean
}

/** What would be, a moment after the last keystroke. `null` while there is nothing to ask. */
export function useConsequence(project: string, intention: Intention | null): Consequence {
  const asked = intention && JSON.stringify(intention)
  const [settled, settle] = useState(asked)
  useEffect(() => {
    const timer = setTimeout(() => settle(asked), pause)
    return () => clearTimeout(timer)
  }, [asked])

  const query = useQuery({
    ...simulationQuery(project, settled ? (JSON.parse(settled) as Intention) : {}),
    enabled: settled !== null,
  })
  const current = asked !== null
  return {
    simulation: current && !query.isError ? query.data : undefined,
    refusal: current && asked === settled ? query.error : null,
    moving: current && (asked !== settled || query.isFetching),
  }
}
