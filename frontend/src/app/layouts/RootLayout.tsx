import { Trans } from '@lingui/react/macro'
import { Outlet } from '@tanstack/react-router'
import { Toaster } from '@/ui/Toaster'
import { Footer } from './Footer'
import { Masthead } from './Masthead'
import { OfflineNotice } from './OfflineNotice'
import { SessionEnded } from './SessionEnded'
import { useFocusOnNavigation } from './use-focus-on-navigation'

/** The frame of every page. */
export function RootLayout() {
  useFocusOnNavigation()
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="absolute -top-16 left-4 z-30 rounded-md bg-accent-fill px-4 py-2 text-on-accent hover:text-on-accent focus:top-2"
      >
        <Trans>Skip to content</Trans>
      </a>
      <Masthead />
      <OfflineNotice />
      <main id="main" tabIndex={-1} className="flex-1 pb-24">
        <Outlet />
      </main>
      <Footer />
      <Toaster />
      <SessionEnded />
    </div>
  )
}
