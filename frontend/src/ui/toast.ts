import { useSyncExternalStore } from 'react'

/** One sentence about what has just been done. Errors never come as a toast: they stay where they happened. */
export type Toast = { id: number; sentence: string }

const listeners = new Set<() => void>()
let toasts: readonly Toast[] = []
let lastId = 0

function change(next: readonly Toast[]) {
  toasts = next
  for (const listener of listeners) listener()
}

export function toast(sentence: string) {
  lastId += 1
  change([...toasts.slice(-2), { id: lastId, sentence }])
}

export function dismissToast(id: number) {
  change(toasts.filter((one) => one.id !== id))
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => toasts,
  )
}
