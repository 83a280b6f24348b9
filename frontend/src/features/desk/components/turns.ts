import type { Project } from '@/api/types'

/** A project's new turn, from 1; `null` takes it out of the order. */
export type Move = { project: Project; position: number | null }

/** Funded work that is not started: what has a turn, in its order, and what has none yet. */
export function turnsOf(projects: readonly Project[]) {
  const ready = projects.filter(({ funding, delivery }) => funding === 'funded' && delivery === 'not_started')
  const turn = ({ queue_position }: Project) => queue_position ?? 0
  return {
    ordered: ready.filter((one) => turn(one) > 0).toSorted((left, right) => turn(left) - turn(right)),
    without: ready.filter((one) => turn(one) === 0),
  }
}

/** The order as it will be, shown while the API is being told. */
export function moved(ordered: readonly Project[], { project, position }: Move): Project[] {
  const others = ordered.filter(({ slug }) => slug !== project.slug)
  return position === null ? others : others.toSpliced(position - 1, 0, project)
}
