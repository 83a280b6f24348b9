import { type ReactNode, useDeferredValue } from 'react'

/** What stands below the first screen: drawn once the rest stands, in pieces between which the browser can answer. */
export function Later({ children }: { children: ReactNode }) {
  const now = useDeferredValue(true, false)
  return now ? children : null
}
