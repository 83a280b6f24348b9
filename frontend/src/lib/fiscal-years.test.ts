import { expect, it } from 'vitest'
import { equalParts, yearsFrom } from './fiscal-years'

it('counts years as the API writes them', () => {
  expect(yearsFrom('FY26', 3)).toEqual(['FY26', 'FY27', 'FY28'])
  expect(yearsFrom('FY99', 2)).toEqual(['FY99', 'FY2100'])
  expect(yearsFrom('FY27', 2, -1)).toEqual(['FY26', 'FY27'])
  expect(equalParts('FY26', 2)).toEqual([
    { fiscal_year: 'FY26', part: '1/2' },
    { fiscal_year: 'FY27', part: '1/2' },
  ])
})
