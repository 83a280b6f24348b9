import { expect, it } from 'vitest'
import { floats, floatsIn } from '../../scripts/floats.mjs'

it('lets no amount become a float', () => {
  expect(floats('src')).toEqual([])
}, 60_000)

it.each([
  'const share = Number(pledge.amount) / 3',
  'const share = parseFloat(pledge.amount)',
  'const share = Number.parseFloat(pledge.amount)',
  'const share = window.parseInt(pledge.amount, 10)',
  'const share = +pledge.amount',
  'const typed = input.valueAsNumber',
  'const both = project.pledged + project.waiting',
  'let total = ""; total += pledge.amount',
  'const left = goal - pledged',
  'const half = project?.goal / 2',
])('finds %s', (planted) => {
  expect(floatsIn(planted, 'planted.ts')).toHaveLength(1)
})

it.each([
  'const next = index + 1',
  'const total = toMinor(pledge.amount) + toMinor(project.waiting)',
  'const text = [project.pledged, project.goal].join(" of ")',
  'const below = -1',
  'const day = date.getMonth() + 1',
])('leaves alone %s', (fine) => {
  expect(floatsIn(fine, 'fine.ts')).toEqual([])
})
