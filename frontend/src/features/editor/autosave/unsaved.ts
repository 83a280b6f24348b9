import type { Content } from '../content/content'
import { changedParts, partOf } from '../content/parts'
import { unfinishedFields } from '../content/unfinished'
import { type Refusal, standing } from './refusals'

/** What is not saved: what can be sent (`ready`), and what has to wait for whoever types (`held`). */
export function unsaved(saved: Content, mine: Content, known: readonly Refusal[]) {
  const refusals = standing(known, mine)
  const changed = changedParts(saved, mine)
  const unfinished = [...unfinishedFields(mine).keys()].map(partOf)
  const held = changed.filter((part) => unfinished.includes(part) || refusals.some((one) => one.part === part))
  return { refusals, changed, held, ready: changed.filter((part) => !held.includes(part)) }
}
