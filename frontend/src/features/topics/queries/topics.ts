import { queryOptions } from '@tanstack/react-query'
import type { Attempt } from '@/api/action'
import { api, ifMatch } from '@/api/client'
import { answer } from '@/api/problem'
import type { Topic } from '@/api/types'

/** Themes and narratives are of one shape and live at two addresses. */
export type TopicKind = 'themes' | 'narratives'

export type TopicFields = { name: string; summary: string; position: number }
export type TopicChange = Partial<TopicFields> & { archived?: boolean }

/** All of a kind, archived ones too. Below the public list's key, so that a change reaches both. */
export const allTopicsQuery = (kind: TopicKind) =>
  queryOptions({
    queryKey: [kind, 'all'],
    queryFn: async ({ signal }) => {
      const { items } = await answer(
        kind === 'themes' ? api.GET('/admin/themes', { signal }) : api.GET('/admin/narratives', { signal }),
      )
      return items
    },
  })

export const createTopic = (kind: TopicKind, body: TopicFields, headers: Attempt) =>
  answer(
    kind === 'themes' ? api.POST('/admin/themes', { body, headers }) : api.POST('/admin/narratives', { body, headers }),
  )

export function editTopic(kind: TopicKind, topic: Topic, body: TopicChange, headers: Attempt) {
  const request = { params: { path: { slug: topic.slug }, header: ifMatch(topic) }, body, headers }
  return answer(
    kind === 'themes' ? api.PATCH('/admin/themes/{slug}', request) : api.PATCH('/admin/narratives/{slug}', request),
  )
}
