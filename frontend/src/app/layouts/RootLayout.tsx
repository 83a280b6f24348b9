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
    <>
      <a
        href="#main"
        className="absolute -top-16 left-4 z-30 rounded-md bg-accent-fill px-4 py-2 text-on-accent hover:text-on-accent focus:top-2 print:hidden"
      >
        <Trans>Skip to content</Trans>
      </a>
      <Masthead />
      <OfflineNotice />
      {/* Fills the window, so that the foot does not move when the page's content arrives. */}
      <main id="main" tabIndex={-1} className="min-h-[calc(100dvh-3.5rem)] pb-24 print:min-h-0 print:pb-6">
        <Outlet />
      </main>
      <Footer />
      <Toaster />
      <SessionEnded />
    </>
  )
}
