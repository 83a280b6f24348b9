/** The few signs the product uses, drawn in the text's colour. They never stand alone: a label is always beside them. */
import type { ReactNode } from 'react'

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 18 18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}

export const ThemeIcon = () => (
  <Icon>
    <circle cx="9" cy="9" r="6.5" />
    <path d="M9 2.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" stroke="none" />
  </Icon>
)
export const MenuIcon = () => (
  <Icon>
    <path d="M2.5 5h13M2.5 9h13M2.5 13h13" />
  </Icon>
)
export const CloseIcon = () => (
  <Icon>
    <path d="m4.5 4.5 9 9m0-9-9 9" />
  </Icon>
)
export const CheckIcon = () => (
  <Icon>
    <path d="m3.5 9.5 3.5 3.5 7.5-8" />
  </Icon>
)
export const ChevronIcon = () => (
  <Icon>
    <path d="m5 7 4 4 4-4" />
  </Icon>
)
export const SortIcon = ({ direction }: { direction: 'up' | 'down' | null }) => (
  <svg width="8" height="12" viewBox="0 0 8 12" fill="currentColor" aria-hidden="true">
    <path d="M4 0 7 4.5H1z" opacity={direction === 'down' ? 0.25 : direction === null ? 0.4 : 1} />
    <path d="M4 12 1 7.5h6z" opacity={direction === 'up' ? 0.25 : direction === null ? 0.4 : 1} />
  </svg>
)
