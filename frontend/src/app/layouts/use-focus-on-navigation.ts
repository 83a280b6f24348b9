import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/**
 * After a navigation the focus goes to the new page's heading, so that a screen reader says where one is and the
 * next Tab starts there. The first page keeps the focus where the browser put it.
 */
export function useFocusOnNavigation() {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return
        const heading = document.querySelector<HTMLElement>('main h1[tabindex]') ?? document.querySelector('main')
        heading?.focus({ preventScroll: true })
      }),
    [router],
  )
}
