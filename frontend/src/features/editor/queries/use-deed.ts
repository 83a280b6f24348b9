import { useNavigate, useSearch } from '@tanstack/react-router'
import { useSaver } from '../autosave/use-saver'
import type { Deed } from './deeds'

/** The deed in the address, and how one begins and ends. */
export function useDeed() {
  const navigate = useNavigate()
  const saver = useSaver()
  const { deed } = useSearch({ from: '/staff/projects/$slug' })
  const go = (next: Deed | undefined) =>
    navigate({ to: '.', search: next ? { deed: next } : {}, replace: true, resetScroll: false })
  return {
    deed,
    /** First everything typed is saved: the deed is about what the API has. */
    begin: async (next: Deed) => {
      await saver.flush()
      await go(next)
    },
    end: () => void go(undefined),
  }
}
