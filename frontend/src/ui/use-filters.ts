import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'

type Filters = Record<string, string | undefined>

/**
 * Changes some of the filters that the address keeps, and leaves out what is empty. No page is added to the history:
 * Back leads to the page before, not through every letter typed.
 */
export function useFilters() {
  const navigate = useNavigate()
  return useCallback(
    (change: Filters) => {
      // The page's own route has checked the names; what it does not know it drops.
      const search = (old: Filters) =>
        Object.fromEntries(Object.entries({ ...old, ...change }).filter(([, value]) => value))
      void navigate({ to: '.', search: search as never, replace: true, resetScroll: false })
    },
    [navigate],
  )
}
