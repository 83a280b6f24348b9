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
export function attempts(kept: KeptAttempt = inMemory()) {
  return {
    start(input: unknown): Attempt {
      const fingerprint = JSON.stringify(input) ?? ''
      const open = kept.read()
      if (open?.input === fingerprint) return { 'Idempotency-Key': open.key }
      const key = crypto.randomUUID()
      kept.write({ input: fingerprint, key })
      return { 'Idempotency-Key': key }
    },
    settle(error: unknown) {
      if (!(error instanceof ApiError && error.unsettled)) kept.write(null)
    },
  }
}

/** An attempt that was sent and not answered yet. */
export type OpenAttempt = { input: string; key: string }

/** Where it is kept: in the page, or, for what must outlive a reload, with the draft it belongs to. */
export type KeptAttempt = { read(): OpenAttempt | null; write(open: OpenAttempt | null): void }

function inMemory(): KeptAttempt {
  let open: OpenAttempt | null = null
  return {
    read: () => open,
    write: (next) => {
      open = next
    },
  }
}

type Options<Input, Result> = { onDone?: (result: Result, input: Input) => unknown; kept?: KeptAttempt }

/** A mutation whose attempts are recognisable. `onDone` is awaited, so the button stays busy until the page is fresh. */
export function useAction<Input, Result>(
  act: (input: Input, attempt: Attempt) => Promise<Result>,
  { onDone, kept }: Options<Input, Result> = {},
) {
  const open = useRef<ReturnType<typeof attempts>>(undefined)
  open.current ??= attempts(kept)
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
