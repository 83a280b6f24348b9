import { act, renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useBase } from './use-base'

type Thing = { name: string; tier: string; version: number }
const nameOf = ({ name }: Thing) => ({ name })
const start: Thing = { name: 'Tidewater', tier: 'General', version: 1 }

function filled() {
  return renderHook(({ thing }) => useBase(thing, nameOf), { initialProps: { thing: start } })
}

it('moves along with changes to what the form does not show', () => {
  const { result, rerender } = filled()
  rerender({ thing: { ...start, tier: 'Premier', version: 2 } })
  expect(result.current.base.version).toBe(2)
})

it('stays with what was seen when somebody changes what the form shows', () => {
  const { result, rerender } = filled()
  const theirs = { ...start, name: 'Tidewater Commons', version: 2 }
  rerender({ thing: theirs })
  expect(result.current).toMatchObject({ base: { version: 1 }, values: { name: 'Tidewater' } })
  act(() => result.current.rebase(theirs))
  expect(result.current).toMatchObject({ base: { version: 2 }, values: { name: 'Tidewater Commons' } })
})
