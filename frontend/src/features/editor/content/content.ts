import type { Deliverable, ProjectDetail, ProjectFields, ProjectLink } from '@/api/types'
import { hoursOf } from './hours'

/**
 * A project's content as the editor holds it: as text, the way it is typed. Amounts are decimal strings, or whatever
 * was typed where that is none; nothing is "".
 */
export type Content = {
  title: string
  summary: string
  theme: string
  narratives: string[]
  visibility: ProjectDetail['visibility']
  problem: string
  solution: string
  implementation: string
  fit: string
  research: string
  deliverables: DeliverableRow[]
  links: LinkRow[]
  goal: string
  goal_low: string
  goal_high: string
  minimum_pledge: string
  mode: ProjectDetail['mode']
  pledge_by: string
  time_zone: string
  capacity_hours: string
}

export type DeliverableRow = { title: string; done_when: string; hours_low: string; hours_high: string }
export type LinkRow = { kind: ProjectLink['kind']; url: string }

export const texts = ['problem', 'solution', 'implementation', 'fit', 'research'] as const
export type TextName = (typeof texts)[number]

const count = (hours: number | null | undefined) => (hours === null || hours === undefined ? '' : String(hours))

export function contentOf(project: ProjectDetail): Content {
  const { title, summary, visibility, problem, solution, implementation, fit, research, mode, time_zone } = project
  return {
    ...{ title, summary, visibility, problem, solution, implementation, fit, research, mode, time_zone },
    theme: project.theme?.slug ?? '',
    narratives: project.narratives.map(({ slug }) => slug),
    deliverables: project.deliverables.map((one) => ({
      title: one.title,
      done_when: one.done_when,
      hours_low: count(one.hours_low),
      hours_high: count(one.hours_high),
    })),
    links: project.links.map(({ kind, url }) => ({ kind, url })),
    goal: project.goal ?? '',
    goal_low: project.goal_low ?? '',
    goal_high: project.goal_high ?? '',
    minimum_pledge: project.minimum_pledge,
    pledge_by: project.pledge_by ?? '',
    capacity_hours: count(project.capacity_hours),
  }
}

/** As the API wants it, all of it; what is sent are the parts that changed. */
export function fieldsOf(content: Content): Required<Omit<ProjectFields, 'slug'>> {
  return {
    ...content,
    theme: content.theme || null,
    goal: content.goal || null,
    goal_low: content.goal_low || null,
    goal_high: content.goal_high || null,
    minimum_pledge: content.minimum_pledge || '0.00',
    pledge_by: content.pledge_by || null,
    capacity_hours: hoursOf(content.capacity_hours),
    deliverables: content.deliverables.map(
      (row): Deliverable => ({ ...row, hours_low: hoursOf(row.hours_low), hours_high: hoursOf(row.hours_high) }),
    ),
  }
}
