import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

type Props = { slug: string; className?: string; children: ReactNode }

/** The way to a project's page from wherever it is named. */
export function ProjectLink({ slug, className, children }: Props) {
  const to: string = `/projects/${slug}`
  return (
    <Link to={to} {...(className && { className })}>
      {children}
    </Link>
  )
}
