import { useState } from 'react'

/**
 * What a form was filled from, and the values it was filled with.
 *
 * Pages refresh behind somebody who types. A change elsewhere in the thing moves the base along; a change to what the
 * form shows does not: it must neither replace what was typed nor count as seen, so the API gets to refuse the save.
 */
export function useBase<Thing, Values>(current: Thing, valuesOf: (thing: Thing) => Values) {
  const [filledFrom, rebase] = useState(current)
  const [before, now] = [valuesOf(filledFrom), valuesOf(current)]
  const untouched = JSON.stringify(before) === JSON.stringify(now)
  return untouched ? { base: current, values: now, rebase } : { base: filledFrom, values: before, rebase }
}
