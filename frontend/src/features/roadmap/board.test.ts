import { expect, it } from 'vitest'
import { project } from '@/api/mocks/invented/projects'
import { columnOf, fitting, inColumn, topicsOf } from './board'

const cost = { slug: 'cost', name: 'Cost' }
const fixed = project('lessons', { title: 'Léssons', tipping_point: null, remaining: '13000.00', mode: 'fixed' })
const near = project('queue', { tipping_point: '5000.00', closes_at: '2027-05-01T00:00:00Z', pledged: '99.00' })
const covered = project('cloud', { covered: true, tipping_point: null, remaining: '0.00', theme: cost })
const candidate = project('sleep', { funding: 'candidate', goal: null, theme: null, pledged: '0.00', opened_at: null })
const missed = project('reports', { funding: 'missed', tipping_point: null })
const second = project('second', { funding: 'funded', queue_position: 2 })
const firstOne = project('first', { funding: 'funded', queue_position: 1 })
const unqueued = project('unqueued', { funding: 'funded', queue_position: null })
const built = project('built', { funding: 'funded', delivery: 'in_flight' })
const done = project('done', { funding: 'funded', delivery: 'done' })
const closed = project('closed', { funding: 'closed' })
const all = [candidate, fixed, missed, near, covered, second, unqueued, firstOne, built, done, closed]
const slugs = (projects: readonly { slug: string }[]) => projects.map(({ slug }) => slug)

it('hangs each card into one column, and closed ones into none', () => {
  expect(all.map(columnOf)).toEqual([
    ...Array<string>(5).fill('candidate'),
    ...Array<string>(3).fill('upcoming'),
    'in_flight',
    'done',
    'closed',
  ])
})

it('orders candidates by what is missing, then by stage, and what is funded by its queue', () => {
  expect(slugs(inColumn(all, 'candidate', 'almost_there'))).toEqual(['cloud', 'queue', 'lessons', 'reports', 'sleep'])
  expect(slugs(inColumn(all, 'candidate', 'closing_soon'))).toEqual(['lessons', 'cloud', 'queue', 'reports', 'sleep'])
  expect(slugs(inColumn(all, 'candidate', 'most_funded')).at(-1)).toBe('sleep')
  for (const sort of ['almost_there', 'newest'] as const) {
    expect(slugs(inColumn(all, 'upcoming', sort))).toEqual(['first', 'second', 'unqueued'])
  }
})

it('finds words in titles and themes, without accents, and closed ones only when asked', () => {
  expect(slugs(fitting(all, { q: 'lessons' }))).toEqual(['lessons'])
  expect(slugs(fitting(all, { q: 'COST' }))).toEqual(['cloud'])
  expect(slugs(fitting(all, { theme: 'cost' }))).toEqual(['cloud'])
  expect(slugs(fitting(all, { narrative: 'nowhere' }))).toEqual([])
  expect(slugs(fitting(all, { funding: 'closed' }))).toEqual(['closed'])
  expect(fitting(all, {})).toHaveLength(all.length - 1)
})

it('offers each topic once', () => {
  expect(topicsOf(all, ({ theme }) => (theme ? [theme] : []))).toEqual([
    cost,
    { slug: 'resource-management', name: 'Resource management' },
  ])
})
