import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Attempt, useAction } from '@/api/action'
import { pledgeChanged, pledgeQuery } from '@/api/pledges'
import type { Pledge } from '@/api/types'

/**
 * A change to the pledge as one has seen it. If somebody was faster the API refuses; `reload` then brings theirs, and
 * `before` still holds what was seen, so that the page can say what is different.
 */
export function usePledgeChange<Input>(
  current: Pledge,
  send: (seen: Pledge, input: Input, headers: Attempt) => Promise<Pledge>,
  onDone: (changed: Pledge) => unknown,
) {
  const queryClient = useQueryClient()
  const [seen, see] = useState(current)
  const [before, remember] = useState<Pledge | null>(null)

  const save = useAction((input: Input, headers) => send(seen, input, headers), {
    onDone: async (changed) => {
      await pledgeChanged(queryClient, changed)
      return onDone(changed)
    },
  })
  async function reload() {
    const theirs = await queryClient.fetchQuery({ ...pledgeQuery(current.id), staleTime: 0 })
    remember(seen)
    see(theirs)
  }
  return { seen, before, save, reload }
}
