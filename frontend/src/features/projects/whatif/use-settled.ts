import { useEffect, useState } from 'react'

/** A value once it has rested for a moment: what a slider passes on its way is not worth a request. */
export function useSettled<Value>(value: Value, rest = 250): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), rest)
    return () => clearTimeout(timer)
  }, [value, rest])
  return settled
}
