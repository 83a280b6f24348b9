import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { ErrorState } from '@/ui/ErrorState'
import { ToStart } from './NotFound'

/** The error boundary of every page: the masthead stays, and the way back. */
export function Crash({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
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
