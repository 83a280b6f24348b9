import { useEffect } from 'react'
import { useFormContext } from 'react-hook-form'
import { isAmount, isFraction } from './intention'
import { fractionOf, partOf } from './part-of-goal'
import type { MoneyValues } from './pledge-schema'

/** Whichever of amount and fraction is typed, the other follows; what was typed last is what is asked for. */
export function useInStep(goal: string, rounding: 'up' | 'down') {
  const { watch, setValue } = useFormContext<MoneyValues>()
  useEffect(() => {
    const { unsubscribe } = watch(({ amount, fraction }, { name, type }) => {
      if (type !== 'change') return // set by us, not typed
      if (name === 'amount') {
        setValue('source', 'amount')
        setValue('fraction', isAmount(amount) ? (fractionOf(amount, goal) ?? '') : '')
      }
      if (name === 'fraction' && isFraction(fraction)) {
        setValue('source', 'fraction')
        setValue('amount', partOf(goal, fraction, rounding), { shouldValidate: true })
      }
    })
    return unsubscribe
  }, [goal, rounding, setValue, watch])
}
