import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { api } from '@/api/client'
import { answer } from '@/api/problem'

export type AuditFilters = { action?: string; organization?: string }

/** The log, newest first, a page at a time: it only grows. */
export const auditQuery = (filters: AuditFilters) =>
  infiniteQueryOptions({
    queryKey: ['audit', filters],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/admin/audit', {
          params: { query: { ...filters, limit: 50, ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    placeholderData: keepPreviousData,
  })
