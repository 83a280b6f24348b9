import type { Funding, Project, TopicLink } from '@/api/types'
import { holdsWords } from '@/lib/find-words'
import { compareAmounts } from '@/lib/money'

/** What the address keeps of how somebody looks at the roadmap. */
export type View = {
  q?: string
  theme?: string
  narrative?: string
  funding?: Funding
  sort?: BoardSort
}

export const boardSorts = ['almost_there', 'closing_soon', 'most_funded', 'newest'] as const
export type BoardSort = (typeof boardSorts)[number]

export const columns = ['candidate', 'upcoming', 'in_flight', 'done'] as const
export type Column = (typeof columns)[number]

/** Where a card hangs. What is closed hangs nowhere: it is shown only to those who ask for it. */
export function columnOf({ funding, delivery }: Pick<Project, 'funding' | 'delivery'>): Column | 'closed' {
  if (funding === 'closed') return 'closed'
  if (funding !== 'funded') return 'candidate'
  return delivery === 'not_started' ? 'upcoming' : delivery
}

/** What fits the filters. Closed ones only fit when they are asked for. */
export function fitting(projects: readonly Project[], { q = '', theme, narrative, funding }: View): Project[] {
  return projects.filter(
    (project) =>
      (funding ? project.funding === funding : project.funding !== 'closed') &&
      (!theme || project.theme?.slug === theme) &&
      (!narrative || project.narratives.some(({ slug }) => slug === narrative)) &&
      holdsWords([project.title, project.summary, project.theme?.name, ...namesOf(project)].join('\n'), q),
  )
}

const namesOf = ({ narratives }: Project) => narratives.map(({ name }) => name)

/** The cards of one column in the order one asked for, except that funded ones wait in the order of their queue. */
export function inColumn(projects: readonly Project[], column: Column | 'closed', sort: BoardSort): Project[] {
  const cards = projects.filter((project) => columnOf(project) === column)
  return cards.toSorted(column === 'upcoming' ? byQueue : orders[sort])
}

type Order = (left: Project, right: Project) => number

/** Compares what may be missing; what is missing comes last. */
function last<Value>(
  left: Value | null | undefined,
  right: Value | null | undefined,
  order: (a: Value, b: Value) => number,
) {
  if (left == null || right == null) return left == null ? (right == null ? 0 : 1) : -1
  return order(left, right)
}

const first =
  (...all: Order[]): Order =>
  (left, right) => {
    for (const order of all) {
      const result = order(left, right)
      if (result !== 0) return result
    }
    return 0
  }

const text = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0)
const byQueue: Order = (left, right) => last(left.queue_position, right.queue_position, (a, b) => a - b)
/** The latest thing that happened to it: done, funded, opened. */
const latest = ({ done_at, funded_at, opened_at }: Project) => done_at ?? funded_at ?? opened_at
const byLatest: Order = (left, right) => last(latest(right), latest(left), text)
/** Open ones first, then those whose date has passed, then those that take no money yet. */
const stages: readonly Funding[] = ['open', 'missed', 'candidate', 'funded', 'closed', 'draft']
const byStage: Order = (left, right) => stages.indexOf(left.funding) - stages.indexOf(right.funding)
const missing = ({ goal, tipping_point, remaining }: Project) => (goal ? (tipping_point ?? remaining) : null)

const orders: Record<BoardSort, Order> = {
  almost_there: first(byStage, (left, right) => last(missing(left), missing(right), compareAmounts), byLatest),
  closing_soon: first(byStage, (left, right) => last(left.closes_at, right.closes_at, text)),
  most_funded: first((left, right) => compareAmounts(right.pledged, left.pledged), byLatest),
  newest: first(byLatest, (left, right) => text(right.id, left.id)),
}

/** The topics that projects have, each once, by name: a filter that finds nothing is not offered. */
export function topicsOf(projects: readonly Project[], of: (project: Project) => readonly TopicLink[]): TopicLink[] {
  const topics = new Map(projects.flatMap(of).map((topic) => [topic.slug, topic]))
  return [...topics.values()].toSorted((left, right) => left.name.localeCompare(right.name))
}
