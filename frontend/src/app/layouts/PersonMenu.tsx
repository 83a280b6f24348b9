import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useRouter } from '@tanstack/react-router'
import { signOut } from '@/api/sign-out'
import type { Me } from '@/api/types'
import { Logo } from '@/ui/Logo'
import { toast } from '@/ui/toast'

const item =
  'flex min-h-10 w-full items-center gap-2.5 rounded-md px-3 py-1.5 text-left text-ui text-ink no-underline hover:bg-sunken hover:text-ink'

/** The person's own places: organisations first, since that is what people come for. */
export default function PersonMenu({ user }: { user: Me }) {
  const { t } = useLingui()
  const router = useRouter()

  async function leave() {
    await signOut()
    await router.navigate({ to: '/' })
    toast(t`You are signed out.`)
  }

  return (
    <div className="grid gap-1 p-2">
      <p className="px-3 pt-2 pb-1 text-xs text-muted">
        <span className="block text-ui font-medium text-ink">{user.name}</span>
        <span className="break-all">{user.email}</span>
      </p>
      <ul className="border-t border-line pt-1">
        {user.memberships.map(({ organization: { slug, name, logo_url } }) => (
          <li key={slug}>
            <Link to="/organizations/$slug" params={{ slug }} className={item}>
              <Logo name={name} url={logo_url} />
              {name}
            </Link>
          </li>
        ))}
        {user.can.see_staff_pages.ok && (
          <li>
            <Link to="/staff" className={item}>
              <Trans>Staff desk</Trans>
            </Link>
          </li>
        )}
        <li>
          <Link to="/account" className={item}>
            <Trans>Your account</Trans>
          </Link>
        </li>
      </ul>
      <div className="border-t border-line pt-1">
        <button type="button" className={item} data-closes onClick={() => void leave()}>
          <Trans>Sign out</Trans>
        </button>
      </div>
    </div>
  )
}
