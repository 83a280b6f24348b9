import { QueryClient } from '@tanstack/react-query'
import { beforeEach, expect, it } from 'vitest'
import { takeIn } from './live'
import { project } from './mocks/invented/projects'
import { beginSession, endSession } from './session'
import type { Project } from './types'

let queryClient: QueryClient
const known = project('fair-queue')
const all = ['projects', {}]
const one = ['projects', 'fair-queue']
const isStale = (key: readonly unknown[]) => queryClient.getQueryState(key)?.isInvalidated

beforeEach(() => {
  endSession({ tellOthers: false })
  queryClient = new QueryClient()
  queryClient.setQueryData(all, [known, project('other')])
  queryClient.setQueryData(one, known)
})

it('writes a change into the list and the page, and says what was before', () => {
  const change = takeIn(queryClient, project('fair-queue', { pledged: '20000.00', backers: 4 }))
  expect(change).toMatchObject({ before: { pledged: '17500.00' }, now: { pledged: '20000.00' } })
  expect(queryClient.getQueryData<Project[]>(all)?.map(({ pledged }) => pledged)).toEqual(['20000.00', '17500.00'])
  expect(queryClient.getQueryData<Project>(one)?.backers).toBe(4)
  expect(isStale(one)).toBe(true)
  expect(isStale(all)).toBe(false)
})

it('reads the lists again when a project moves to another state, or is new', () => {
  takeIn(queryClient, project('fair-queue', { funding: 'funded', queue_position: 1 }))
  expect(isStale(all)).toBe(true)

  queryClient.setQueryData(all, [known])
  expect(takeIn(queryClient, project('brand-new'))).toBeNull()
  expect(isStale(all)).toBe(true)
})

it('says nothing of a state that is known', () => {
  expect(takeIn(queryClient, project('fair-queue', { updated_at: '2027-01-01T00:00:00Z' }))).toBeNull()
  expect(isStale(one)).toBe(false)
})

it('asks again when only texts changed, and keeps the version they were read with', () => {
  expect(takeIn(queryClient, project('fair-queue', { version: 4 }))).toBeNull()
  expect(isStale(one)).toBe(true)
  expect(queryClient.getQueryData<Project>(one)?.version).toBe(3)
})

it('leaves alone what is the reader’s own, since a stream shows what strangers see', () => {
  const yes = { ok: true, code: null }
  queryClient.setQueryData(one, { ...known, following: true, can: { ...known.can, pledge: yes } })
  beginSession({ access_token: 'x', user: { id: '1' } } as never)
  takeIn(queryClient, project('fair-queue', { pledged: '20000.00' }))
  expect(queryClient.getQueryData<Project>(one)).toMatchObject({
    pledged: '20000.00',
    following: true,
    can: { pledge: yes },
  })
})
