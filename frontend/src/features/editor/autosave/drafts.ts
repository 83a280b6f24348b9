import type { Content } from '../content/content'

/** What was typed and not saved yet, kept on this device through a reload, a crash or a day without a connection. */
export type Draft = {
  /** The version it was typed upon, and what the API said then. */
  version: number
  heard: Content
  mine: Content
}

type Kept = Draft & { window: string; shape: typeof shape }

/** Changes with `Content`: an older shape is not put into a newer form. */
const shape = 1
const self = crypto.randomUUID()
const key = (id: string) => `cofund.editor.${id}`

function read(id: string): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key(id)) ?? 'null') as Kept | null
    return kept?.shape === shape ? kept : null
  } catch {
    return null
  }
}

export function keptDraft(id: string): Draft | null {
  return read(id)
}

export function keepDraft(id: string, draft: Draft) {
  try {
    localStorage.setItem(key(id), JSON.stringify({ ...draft, window: self, shape } satisfies Kept))
  } catch {
    // Storage may be refused or full; what is typed then lasts as long as the page.
  }
}

/** Once it is saved. What another window keeps is not this one's to throw away. */
export function forgetDraft(id: string, { ofAnyWindow = false } = {}) {
  if (!ofAnyWindow && read(id)?.window !== self) return
  try {
    localStorage.removeItem(key(id))
  } catch {
    // Then there was none.
  }
}
