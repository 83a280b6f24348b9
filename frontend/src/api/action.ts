import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { ApiError } from './problem'

/** Headers that make one attempt of an action recognisable, however often it is sent. */
export type Attempt = { 'Idempotency-Key': string }

/**
 * Keeps the key of an attempt whose outcome is unknown.
 *
 * A lost connection may hide a success. Pressing the button again with the same input must then repeat that attempt,
 * not make a second one; after a clear answer, or with other input, it is a new attempt.
 */
export function attempts() {
  let open: { input: string; key: string } | null = null
  return {
    start(input: unknown): Attempt {
      const fingerprint = JSON.stringify(input) ?? ''
      if (open?.input !== fingerprint) open = { input: fingerprint, key: crypto.randomUUID() }
      return { 'Idempotency-Key': open.key }
    },
    settle(error: unknown) {
      if (!(error instanceof ApiError && error.unsettled)) open = null
    },
  }
}

type Outcome<Input, Result> = { onDone?: (result: Result, input: Input) => unknown }

/** A mutation whose attempts are recognisable. `onDone` is awaited, so the button stays busy until the page is fresh. */
export function useAction<Input, Result>(
  act: (input: Input, attempt: Attempt) => Promise<Result>,
  { onDone }: Outcome<Input, Result> = {},
) {
  const open = useRef<ReturnType<typeof attempts>>(undefined)
  open.current ??= attempts()
  const keys = open.current

  return useMutation<Result, unknown, Input>({
    mutationFn: async (input) => {
      try {
        const result = await act(input, keys.start(input))
        keys.settle(null)
        return result
      } catch (error) {
        keys.settle(error)
        throw error
      }
    },
    onSuccess: (result, input) => onDone?.(result, input),
  })
}
