import type { ProjectDetail, ProjectFields } from '@/api/types'
import type { Content } from '../content/content'
import type { Part } from '../content/parts'
import type { Merge } from './merge'
import type { Refusal } from './refusals'

/** Somebody else's version against what is typed here. */
export type Dispute = Merge & { version: number; theirs: Content; mine: Content }

export type SaverState = {
  /** `held`: saved but for what is unfinished or refused. */
  status: 'saved' | 'typing' | 'saving' | 'held' | 'failed' | 'disputed'
  error: unknown
  refusals: readonly Refusal[]
  held: readonly Part[]
  dispute: Dispute | null
  /** What somebody else changed and was taken over, until something is typed. */
  taken: readonly Part[]
  savedAt: number | null
  /** Grows when the content becomes what was not typed: the form shows it then. */
  revision: number
}

export const atRest: SaverState = {
  status: 'saved',
  error: null,
  refusals: [],
  held: [],
  dispute: null,
  taken: [],
  savedAt: null,
  revision: 0,
}

/** What the saver cannot do by itself. */
export type Ways = {
  /** Sends; the same input again is the same attempt. */
  save: (body: ProjectFields, version: number) => Promise<ProjectDetail>
  /** What the API has now. */
  load: () => Promise<ProjectDetail>
  onSaved: (project: ProjectDetail) => void
}
