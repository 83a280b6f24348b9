import { describe, expect, it } from 'vitest'
import type { Project } from '@/api/types'
import { presetsFor } from './presets'

const fixed = {
  goal: '36000.00',
  mode: 'fixed',
  remaining: '13000.00',
  tipping_point: '13000.00',
  minimum_pledge: '1000.00',
  backers: 5,
  waiters: 0,
  gap: '0.00',
} as Project

const said = (project: Project, left?: string | null) =>
  presetsFor(project, left).map(({ reason, amount }) => `${reason} ${amount}`)

describe('suggested amounts', () => {
  it('offer what remains where pledges count as they are', () => {
    expect(said(fixed, '16000.00')).toEqual([
      'minimum 1000.00',
      'equal 6000.00',
      'quarter 9000.00',
      'remaining 13000.00',
    ])
  })

  it('offer what would cover a coalition, and the own year', () => {
    const shared = {
      ...fixed,
      goal: '98000.00',
      mode: 'shared',
      remaining: '55000.00',
      tipping_point: '5000.00',
    } as Project
    expect(said(shared, '3000.00')).toEqual(['year 3000.00', 'tipping 5000.00', 'equal 16333.34', 'quarter 24500.00'])
  })

  it('count a pledge that changes among those who are in', () => {
    expect(presetsFor(fixed, null, '4000.00').map(({ reason, amount }) => `${reason} ${amount}`)).toEqual([
      'minimum 1000.00',
      'equal 7200.00',
      'quarter 9000.00',
      'remaining 17000.00',
    ])
  })

  it('offer nothing that passes what remains or stays below the minimum', () => {
    expect(said({ ...fixed, remaining: '500.00' })).toEqual(['remaining 500.00'])
    expect(said({ ...fixed, goal: null })).toEqual([])
  })
})
