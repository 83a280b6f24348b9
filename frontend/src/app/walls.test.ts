import { expect, it } from 'vitest'
import { brokenWalls } from '../../scripts/walls.mjs'

it('keeps imports running one way, features apart, and files short', () => {
  expect(brokenWalls('src')).toEqual([])
})
