import type { ReactNode } from 'react'
import { Section } from '@/ui/Page'

/** Some components under a name, in light and in dark beside each other, whatever the page is in. */
export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Section title={name}>
      <div className="grid gap-4 lg:grid-cols-2">
        <Pane scheme="light">{children}</Pane>
        <Pane scheme="dark">{children}</Pane>
      </div>
    </Section>
  )
}

/** The tokens are `light-dark()` and are resolved where they are used, so a part of a page can have its own scheme. */
function Pane({ scheme, children }: { scheme: 'light' | 'dark'; children: ReactNode }) {
  return (
    <div
      style={{ colorScheme: scheme }}
      className="grid min-w-0 content-start gap-5 rounded-lg border border-line bg-page p-5 text-text"
    >
      {children}
    </div>
  )
}

/** Several of a kind on a line. */
export const Row = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-3">{children}</div>
)
