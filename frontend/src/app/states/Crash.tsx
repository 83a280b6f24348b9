import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ApiError } from '@/api/problem'
import { ErrorState } from '@/ui/ErrorState'
import { ToStart } from './NotFound'

/** The error boundary of every page: the masthead stays, and the way back. */
export function Crash({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  useEffect(() => {
    // biome-ignore lint/suspicious/noConsole: a fault of ours belongs in the console; the API's answers do not
    if (!(error instanceof ApiError)) console.error(error)
  }, [error])

  return (
    <ErrorState
      error={error}
      onRetry={() => {
        reset()
        void router.invalidate()
      }}
      action={<ToStart />}
    />
  )
}
