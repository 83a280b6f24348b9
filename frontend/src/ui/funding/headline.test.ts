import { expect, it } from 'vitest'
import { project } from '@/api/mocks/invented/projects'
import type { Project } from '@/api/types'
import { headline } from './headline'

const said = (told: Partial<Project>) => headline(project('one', told), 'en-GB').replaceAll('\u00a0', ' ')

it('says what matters in each state', () => {
  expect(said({})).toBe('US$ 5,000 tips it')
  expect(said({ tipping_point: '32500.00' })).toBe('US$ 32,500 to go')
  expect(said({ tipping_point: null })).toBe('US$ 32,500 to go')
  expect(said({ covered: true })).toBe('Covered')
  expect(said({ funding: 'missed' })).toBe('US$ 32,500 short')
  expect(said({ funding: 'candidate', goal: null })).toBe('No goal yet')
  expect(said({ funding: 'funded', gap: '8000.00' })).toBe('US$ 8,000 gap')
  expect(said({ funding: 'funded', signed: '17500.00' })).toBe('Fully signed')
  expect(said({ funding: 'funded', funded_at: '2025-10-02T12:00:00Z' })).toBe('Funded 2 Oct 2025')
  expect(said({ funding: 'funded', delivery: 'done', done_at: '2025-08-14T12:00:00Z' })).toBe('Delivered 14 Aug 2025')
})
