import { ApiError } from '@/api/problem'
import type { ProjectDetail } from '@/api/types'
import { type Content, contentOf } from '../content/content'
import { bodyOf, changedParts, type Part, withParts } from '../content/parts'
import { type Draft, forgetDraft, keepDraft } from './drafts'
import { merge } from './merge'
import { refusalsIn } from './refusals'
import { atRest, type SaverState, type Ways } from './saver-state'
import { unsaved } from './unsaved'

export const pause = 900
const firstRetry = 2_000
const lastRetry = 30_000

/**
 * Saves what is typed, part by part, and loses none of it: what is not saved yet is kept on this device, what the API
 * refuses is held back without holding up the rest, and what somebody else changed meanwhile is taken over or, where
 * both changed it, laid before whoever types.
 */
export function createSaver(project: ProjectDetail, draft: Draft | null, ways: Ways) {
  const listeners = new Set<() => void>()
  /** The API's, as far as this editor knows; what is typed, as far as it is saved; what is typed. */
  let heard = { version: draft?.version ?? project.version, content: draft?.heard ?? contentOf(project) }
  let saved = heard.content
  let mine = draft?.mine ?? saved
  /** Sent, and no answer came: it may have arrived. */
  let sent: Content | null = null
  let busy: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let retry = firstRetry
  let state: SaverState = atRest

  function change(next: Partial<SaverState>) {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  function later(wait: number) {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), wait)
  }

  /** How things stand when nothing is under way; the draft on this device follows. */
  function settle() {
    const { refusals, changed, held, ready } = unsaved(saved, mine, state.refusals)
    if (changed.length === 0 && !state.dispute) forgetDraft(project.id)
    else keepDraft(project.id, { version: heard.version, heard: saved, mine })
    const quiet = held.length > 0 ? 'held' : 'saved'
    change({ refusals, held, status: state.dispute ? 'disputed' : ready.length > 0 ? 'typing' : quiet })
    if (state.status === 'typing') later(pause)
  }

  function edit(content: Content) {
    if (JSON.stringify(content) === JSON.stringify(mine)) return
    mine = content
    if (state.taken.length > 0) change({ taken: [] })
    if (!busy) settle()
  }

  /** Sends what can be sent, now; resolves when that is through, whatever came of it. */
  async function flush(): Promise<void> {
    clearTimeout(timer)
    if (busy) return busy
    const { ready } = unsaved(saved, mine, state.refusals)
    if (ready.length === 0 || state.dispute) return settle()
    busy = send(mine, ready).finally(() => {
      busy = null
    })
    return busy
  }

  async function send(content: Content, ready: readonly Part[]) {
    change({ status: 'saving', error: null })
    try {
      const answer = await ways.save(bodyOf(content, ready), heard.version)
      heard = { version: answer.version, content: contentOf(answer) }
      saved = withParts(saved, content, ready)
      sent = null
      retry = firstRetry
      change({ savedAt: Date.now() })
      ways.onSaved(answer)
      settle()
    } catch (error) {
      if (error instanceof ApiError && error.code === 'version_conflict') {
        await ways.load().then(meet, (failure: unknown) => fail(failure, content))
      } else object(error, content)
    }
  }

  function object(error: unknown, content: Content) {
    const refusals = refusalsIn(error, content)
    if (!refusals) return fail(error, content)
    change({ refusals: [...state.refusals, ...refusals] })
    settle()
  }

  function fail(error: unknown, content: Content) {
    keepDraft(project.id, { version: heard.version, heard: saved, mine })
    change({ status: 'failed', error })
    if (!(error instanceof ApiError && error.unsettled)) return
    sent = content
    later(retry)
    retry = Math.min(retry * 2, lastRetry)
  }

  /** Somebody else's version: another window, another person, a deed on this page. */
  function meet(theirs: ProjectDetail) {
    const content = contentOf(theirs)
    const { taken, disputed } = merge({ heard: heard.content, theirs: content, saved, mine, sent })
    if (disputed.length > 0) change({ dispute: { taken, disputed, version: theirs.version, theirs: content, mine } })
    else take(content, theirs.version, taken)
    settle()
  }

  function take(theirs: Content, version: number, parts: readonly Part[]) {
    saved = withParts(saved, theirs, changedParts(heard.content, theirs))
    mine = withParts(mine, theirs, parts)
    heard = { version, content: theirs }
    sent = null
    change({ dispute: null, taken: parts, revision: state.revision + (parts.length > 0 ? 1 : 0) })
  }

  return {
    state: () => state,
    content: () => mine,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    edit,
    flush,
    hear(theirs: ProjectDetail) {
      if (!busy && theirs.version > (state.dispute?.version ?? heard.version)) meet(theirs)
    },
    /** Ends a dispute: these parts as the other has them, the others as they are here. */
    resolve(theirParts: readonly Part[]) {
      if (!state.dispute) return
      take(state.dispute.theirs, state.dispute.version, theirParts)
      void flush()
    },
    /** Gives up what is typed in these parts. */
    putBack(parts: readonly Part[]) {
      mine = withParts(mine, saved, parts)
      change({ revision: state.revision + 1 })
      settle()
    },
    stop: () => clearTimeout(timer),
  }
}
