import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useLocation } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useSession } from '@/api/session'
import { classes } from '@/lib/classes'
import { BrandMark } from '@/ui/Brand'
import { buttonClass } from '@/ui/button-class'
import { Disclosure } from '@/ui/Disclosure'
import { MenuIcon } from '@/ui/icons'
import { MainLinks, StaffLinks } from './navigation'
import { PersonMenuButton } from './PersonMenuButton'
import { ThemeToggle } from './ThemeToggle'

/** Only for those who are signed in. */
const PersonMenu = lazy(() => import('./PersonMenu'))

/** Where one is, where one can go, and who one is. Staff pages have their own contents. */
export function Masthead() {
  const { t } = useLingui()
  const { user } = useSession()
  const desk = useLocation({ select: ({ pathname }) => /^\/staff(\/|$)/.test(pathname) })
  const links = desk ? <StaffLinks /> : <MainLinks />

  return (
    <header className="border-b border-line bg-surface">
      <div className="wrap flex min-h-14 items-center gap-6 sm:min-h-16 lg:gap-8">
        <Link
          to="/"
          className="flex items-center gap-2.5 font-head text-[1.1875rem] leading-none font-semibold tracking-[-0.02em] text-ink no-underline hover:text-ink"
        >
          <BrandMark />
          <span>Cofund</span>
          <small className="border-l border-line pl-2.5 font-sans text-xs leading-none font-normal tracking-normal text-muted max-lg:hidden">
            {desk ? <Trans>staff desk</Trans> : <Trans>the 2i2c roadmap</Trans>}
          </small>
        </Link>
        <nav aria-label={t`Main`} className="max-sm:hidden print:hidden">
          <ul className="flex gap-5 lg:gap-6">{links}</ul>
        </nav>
        <div className="ml-auto flex items-center gap-2 text-sm print:hidden">
          <ThemeToggle />
          {user ? (
            <Disclosure label={t`Your menu, ${user.name}`} button={<PersonMenuButton user={user} />} className="w-72">
              <Suspense>
                <PersonMenu user={user} />
              </Suspense>
            </Disclosure>
          ) : (
            <Link to="/sign-in" className={classes(buttonClass('plain', 'small'), 'whitespace-nowrap')}>
              <Trans>Sign in</Trans>
            </Link>
          )}
          <div className="sm:hidden">
            <Disclosure
              label={t`Contents`}
              button={<MenuIcon />}
              buttonClass="grid size-9 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink"
              className="w-60 px-4 py-2"
            >
              <nav aria-label={t`Main`}>
                <ul>{links}</ul>
              </nav>
            </Disclosure>
          </div>
        </div>
      </div>
    </header>
  )
}
