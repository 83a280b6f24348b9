import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { listen } from './event-stream'
import { cameWithPage } from './first-answers'
import { currentSession } from './session'
import type { Project, ProjectDetail } from './types'

/**
 * Projects as they change, written into the cache: pages read their queries and need to know nothing of streams.
 * Both hooks answer with the newest change since the page was opened, for one polite announcement (`ui/funding/News`).
 */
export type Change = { before: Project; now: Project }

/** A project and everything below it, as it changes. */
export function useLiveProject(slug: string): Change | null {
  const queryClient = useQueryClient()
  const [change, setChange] = useState<Change | null>(null)
  useEffect(() => {
    setChange(null)
    return listen<Project>(`/api/v1/projects/${encodeURIComponent(slug)}/live`, 'project', {
      onEvent: (card) => {
        const news = takeIn(queryClient, card)
        if (news) setChange(news)
      },
    })
  }, [queryClient, slug])
  return change
}

/** All public projects as they change, and with them the totals. */
export function useLiveBoard(): Change | null {
  const queryClient = useQueryClient()
  const [change, setChange] = useState<Change | null>(null)
  useEffect(() => {
    // What stood in the page is as old as the page, and what happened since then no stream told.
    let opened = cameWithPage('/api/v1/projects')
    return listen<Project>('/api/v1/live', 'project', {
      onOpen: () => {
        // Coming back, nobody knows what went by.
        if (opened) {
          void queryClient.invalidateQueries({ queryKey: ['projects'] })
          void queryClient.invalidateQueries({ queryKey: ['stats'] })
        }
        opened = true
      },
      onEvent: (card) => {
        const news = takeIn(queryClient, card)
        void queryClient.invalidateQueries({ queryKey: ['stats'] })
        if (news) setChange(news)
      },
    })
  }, [queryClient])
  return change
}

/**
 * A card as somebody without an account sees it. What it says of money and state goes into every copy at once; what is
 * the reader's own (`can`, `following`), and the version that texts belong to, wait until the API has been asked again.
 */
export function takeIn(queryClient: QueryClient, card: Project): Change | null {
  const lists = queryClient.getQueriesData<Project[]>({ queryKey: ['projects'], predicate: isList })
  const one = queryClient.getQueryData<ProjectDetail>(['projects', card.slug])
  const before = one ?? lists.flatMap(([, list]) => list ?? []).find(({ slug }) => slug === card.slug)
  const news = before ? changed(before, card) : true
  if (before && !news && before.version === card.version) return null

  if (one) queryClient.setQueryData(['projects', card.slug], merged(one, card))
  for (const [key, list] of lists) {
    const next = list?.map((item) => (item.slug === card.slug ? merged(item, card) : item))
    queryClient.setQueryData(key, next)
  }
  void queryClient.invalidateQueries({ queryKey: ['projects', card.slug] })
  // In which lists it stands, and where, only the API knows.
  if (!before || stateOf(before) !== stateOf(card)) {
    void queryClient.invalidateQueries({ queryKey: ['projects'], predicate: isList })
  }
  return before && news ? { before, now: merged(before, card) } : null
}

const isList = ({ queryKey }: { queryKey: readonly unknown[] }) => typeof queryKey[1] === 'object'

const stateOf = ({ funding, delivery, queue_position }: Project) => `${funding} ${delivery} ${queue_position}`

/** What belongs to the reader, and what says only that something changed. */
const unseen = new Set(['can', 'following', 'updated_at', 'version'])

function changed(before: Project, card: Project): boolean {
  return Object.entries(card).some(
    ([name, value]) => !unseen.has(name) && JSON.stringify(before[name as keyof Project]) !== JSON.stringify(value),
  )
}

function merged<Known extends Project>(known: Known, card: Project): Known {
  const mine = currentSession().user ? { can: known.can, following: known.following } : {}
  return { ...known, ...card, ...mine, version: known.version }
}
