import { lazy, Suspense } from 'react'
import { useSession } from '@/api/session'
import { loadFeatureWords } from '../catalogues'

/** Comes only when needed, with the words and the form of the sign-in feature. */
const SessionEndedDialog = lazy(async () => {
  const [module] = await Promise.all([
    import('@/features/auth/components/SessionEndedDialog'),
    loadFeatureWords('auth'),
  ])
  return module
})

/** A session that ends while somebody works: the page stays behind a dialog, so that nothing typed is lost. */
export function SessionEnded() {
  const { status, user } = useSession()
  if (status !== 'ended') return null
  return (
    <Suspense fallback={null}>
      <SessionEndedDialog email={user.email} />
    </Suspense>
  )
}
