import { Trans } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { providersQuery } from '@/api/providers'
import { buttonClass } from '@/ui/button-class'

/** A way in for each provider; none where none is configured. */
export function Providers({ returnTo }: { returnTo: string | undefined }) {
  const { data } = useSuspenseQuery(providersQuery)
  if (data.items.length === 0) return null
  const query = returnTo ? `?${new URLSearchParams({ return_to: returnTo })}` : ''
  return (
    <div className="mb-6 grid gap-3 border-b border-line pb-6">
      {data.items.map(({ name, title, start_url }) => (
        // Leaves the pages: the provider asks who one is, and sends one back.
        <a key={name} href={start_url + query} className={buttonClass('plain', 'wide')}>
          <span>
            <Trans>Sign in with {title}</Trans>
          </span>
        </a>
      ))}
    </div>
  )
}
