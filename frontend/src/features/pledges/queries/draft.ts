import type { KeptAttempt, OpenAttempt } from '@/api/action'

/**
 * What somebody is about to pledge, kept in this tab until it is sent: a reload, a lost connection or a detour to
 * another page costs nothing. With it goes the key of an attempt that was sent and never answered, so that pressing the
 * button again after a reload repeats that attempt instead of making a second one.
 */
type Kept<Values> = { values?: Values; open?: OpenAttempt | null }

export function draftOf<Values>(person: string, project: string) {
  const place = `cofund.pledge.${person}.${project}`

  function read(): Kept<Values> {
    try {
      return JSON.parse(sessionStorage.getItem(place) ?? '{}') as Kept<Values>
    } catch {
      return {}
    }
  }

  function write(kept: Kept<Values>) {
    try {
      sessionStorage.setItem(place, JSON.stringify({ ...read(), ...kept }))
    } catch {
      // Storage may be refused; the draft then lasts as long as the page.
    }
  }

  let memory: OpenAttempt | null = null
  const attempt: KeptAttempt = {
    read: () => read().open ?? memory,
    write: (open) => {
      memory = open
      write({ open })
    },
  }

  return {
    attempt,
    values: () => read().values ?? null,
    keep: (values: Values) => write({ values }),
    drop() {
      memory = null
      try {
        sessionStorage.removeItem(place)
      } catch {
        // What cannot be written cannot be there.
      }
    },
  }
}

export type Draft<Values> = ReturnType<typeof draftOf<Values>>
