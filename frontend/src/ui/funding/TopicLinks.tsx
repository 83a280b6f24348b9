import { Link } from '@tanstack/react-router'
import type { TopicLink } from '@/api/types'

const look = 'text-muted'

/** A theme, leading to what the roadmap has of it. */
export function ThemeLink({ theme }: { theme: TopicLink }) {
  return (
    <Link to="/" search={{ theme: theme.slug }} className={look}>
      {theme.name}
    </Link>
  )
}

/** A story that several projects belong to, leading to all of them. */
export function NarrativeLink({ narrative }: { narrative: TopicLink }) {
  return (
    <Link to="/" search={{ narrative: narrative.slug }} className={look}>
      {narrative.name}
    </Link>
  )
}
