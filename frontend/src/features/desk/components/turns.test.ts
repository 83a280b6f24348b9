import { expect, it } from 'vitest'
import type { Project } from '@/api/types'
import { moved, turnsOf } from './turns'

const project = (slug: string, queue_position: number | null, rest = {}) =>
  ({ slug, queue_position, funding: 'funded', delivery: 'not_started', ...rest }) as Project
const [a, b, c] = [project('a', 1), project('b', 2), project('c', 3)]
const slugs = (projects: readonly Project[]) => projects.map(({ slug }) => slug).join('')

it('finds what has a turn and what waits for one', () => {
  const all = [
    c,
    project('d', null),
    a,
    project('e', null, { delivery: 'done' }),
    b,
    project('f', null, { funding: 'open' }),
  ]
  const { ordered, without } = turnsOf(all)
  expect([slugs(ordered), slugs(without)]).toEqual(['abc', 'd'])
})

it('moves one, and the others make room', () => {
  expect(slugs(moved([a, b, c], { project: c, position: 1 }))).toBe('cab')
  expect(slugs(moved([a, b, c], { project: a, position: 2 }))).toBe('bac')
  expect(slugs(moved([a, b, c], { project: a, position: 3 }))).toBe('bca')
  expect(slugs(moved([a, b, c], { project: b, position: null }))).toBe('ac')
})
