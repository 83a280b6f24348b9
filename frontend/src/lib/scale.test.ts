import { expect, it } from 'vitest'
import { along, axisSteps } from './scale'

it('places amounts on a line', () => {
  expect(along('25.00', '100.00', 200)).toBe(50)
  expect(along('0.00', '0.00', 200)).toBe(0)
  expect(along('333333333333.33', '999999999999.99', 300)).toBeCloseTo(100, 1)
})

it('chooses round steps that reach the highest amount', () => {
  expect(axisSteps('0.00')).toEqual(['0.00'])
  expect(axisSteps('50000.00')).toEqual(['0.00', '10000.00', '20000.00', '30000.00', '40000.00', '50000.00'])
  for (const most of ['0.01', '7.00', '99.99', '1234.00', '74000.00', '261500.00', '499999999999.99']) {
    const steps = axisSteps(most)
    expect(steps.length, most).toBeGreaterThanOrEqual(2)
    expect(steps.length, most).toBeLessThanOrEqual(6)
    expect(along(most, steps.at(-1) ?? '', 100), most).toBeLessThanOrEqual(100)
  }
})
