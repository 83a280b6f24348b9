import type { Content } from '../content/content'
import { changedParts, type Part, sameIn } from '../content/parts'

type Sides = {
  /** The API's, as it was when this editor last heard of it. */
  heard: Content
  /** The API's now. */
  theirs: Content
  /** What is typed, as far as it was saved. */
  saved: Content
  /** What is typed. */
  mine: Content
  /** What was sent without an answer; if it arrived, it is nobody else's change. */
  sent: Content | null
}

export type Merge = {
  /** Changed by somebody else, untouched here: taken over. */
  taken: Part[]
  /** Changed on both sides, to different things: somebody has to say which. */
  disputed: Part[]
}

/** What somebody else's version means for what is typed here. */
export function merge({ heard, theirs, saved, mine, sent }: Sides): Merge {
  const own = changedParts(saved, mine)
  const foreign = changedParts(heard, theirs).filter(
    (part) => !sameIn(part, theirs, mine) && !(sent && sameIn(part, theirs, sent)),
  )
  return {
    taken: foreign.filter((part) => !own.includes(part)),
    disputed: foreign.filter((part) => own.includes(part)),
  }
}
