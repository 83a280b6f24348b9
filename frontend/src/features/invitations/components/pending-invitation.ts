/**
 * The token of an invitation while its owner signs in.
 *
 * It is kept for this tab only. The sign-in link opens a new tab, which asks the tab that still shows the invitation;
 * so the token never reaches storage that outlives the visit.
 */
const key = 'cofund.invitation'
const patience = 400

type Message = { kind: 'asked' } | { kind: 'answered'; token: string }

const open = () => (typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('cofund.invitation'))

function kept(): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

/** Keeps the token, and hands it to a tab that asks, until the returned function is called. */
export function keepInvitation(token: string): () => void {
  try {
    sessionStorage.setItem(key, token)
  } catch {
    // Without storage the link in the mail has to be opened once more after signing in.
  }
  const channel = open()
  channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'asked') channel.postMessage({ kind: 'answered', token } satisfies Message)
  })
  return () => channel?.close()
}

export function forgetInvitation() {
  try {
    sessionStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
}

/** The token this tab, or another one, still holds. */
export function findInvitation(): Promise<string | null> {
  const own = kept()
  const channel = open()
  if (own || !channel) return Promise.resolve(own)
  return new Promise((resolve) => {
    const finish = (token: string | null) => {
      clearTimeout(timer)
      channel.close()
      resolve(token)
    }
    const timer = setTimeout(() => finish(null), patience)
    channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      if (data.kind === 'answered') finish(data.token)
    })
    channel.postMessage({ kind: 'asked' } satisfies Message)
  })
}
