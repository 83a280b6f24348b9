import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from './client'
import { base, problem } from './mocks/answers'
import { server } from './mocks/server'
import { session } from './mocks/session'
import { store } from './mocks/store'
import { answer } from './problem'
import { renewSession, restoreSession } from './renew'
import { accessToken, beginSession, currentSession, endSession } from './session'

/** An API that knows one token only, and hands out another for the refresh cookie. */
function onlyTokenIs(good: () => string | null) {
  const seen: Request[] = []
  const renewals = vi.fn()
  server.use(
    http.all(`${base}/me`, ({ request }) => {
      seen.push(request.clone())
      const bearer = request.headers.get('Authorization')
      return bearer === `Bearer ${good()}` ? HttpResponse.json(store.me) : problem(401, 'token_invalid')
    }),
    http.post(`${base}/auth/refresh`, () => {
      renewals()
      return store.signedIn ? HttpResponse.json(session()) : problem(401, 'session_ended')
    }),
  )
  return { seen, renewals }
}

beforeEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
  endSession({ tellOthers: false })
})

describe('a token that has run out', () => {
  it('is renewed once, and the call repeated', async () => {
    beginSession({ ...session(), access_token: 'old' })
    const { seen, renewals } = onlyTokenIs(() => (accessToken() === 'old' ? 'none' : accessToken()))

    await expect(answer(api.GET('/me'))).resolves.toEqual(store.me)
    expect(renewals).toHaveBeenCalledTimes(1)
    expect(seen).toHaveLength(2)
  })

  it('is renewed once for calls side by side', async () => {
    beginSession({ ...session(), access_token: 'old' })
    const { renewals } = onlyTokenIs(() => (accessToken() === 'old' ? 'none' : accessToken()))

    await Promise.all([answer(api.GET('/me')), answer(api.GET('/me')), renewSession()])
    expect(renewals).toHaveBeenCalledTimes(1)
  })

  it('repeats a change with the same body and the same key', async () => {
    beginSession({ ...session(), access_token: 'old' })
    const { seen } = onlyTokenIs(() => (accessToken() === 'old' ? 'none' : accessToken()))

    await answer(api.PATCH('/me', { body: { name: 'Runa' }, params: { header: { 'If-Match': '"1"' } } }))
    const [first, second] = seen
    expect(await second?.json()).toEqual({ name: 'Runa' })
    expect(first?.headers.get('Idempotency-Key')).toBeTruthy()
    expect(second?.headers.get('Idempotency-Key')).toBe(first?.headers.get('Idempotency-Key'))
  })

  it('ends the session when the API will not renew it, and remembers whose it was', async () => {
    beginSession({ ...session(), access_token: 'old' })
    store.signedIn = false
    onlyTokenIs(() => null)

    await expect(answer(api.GET('/me'))).rejects.toMatchObject({ code: 'token_invalid', status: 401 })
    expect(currentSession()).toEqual({ status: 'ended', user: store.me })
    expect(accessToken()).toBeNull()
  })

  it('is not renewed for a 401 that is about something else', async () => {
    beginSession(session())
    const { renewals } = onlyTokenIs(() => null)
    server.use(http.post(`${base}/invitations/accept`, () => problem(401, 'sign_in_to_accept')))

    await expect(answer(api.POST('/invitations/accept', { body: { token: 'x' } }))).rejects.toMatchObject({
      code: 'sign_in_to_accept',
    })
    expect(renewals).not.toHaveBeenCalled()
  })
})

describe('in several tabs', () => {
  /** Another tab holds the lock until it is let go. */
  function lockHeldElsewhere() {
    let letGo = () => {}
    const free = new Promise<void>((resolve) => {
      letGo = resolve
    })
    vi.stubGlobal('navigator', {
      ...navigator,
      locks: { request: (_: string, task: () => unknown) => free.then(task) },
    })
    return letGo
  }

  it('takes what another tab has renewed instead of renewing again', async () => {
    beginSession({ ...session(), access_token: 'old' })
    const { renewals } = onlyTokenIs(() => (accessToken() === 'old' ? 'none' : accessToken()))
    const letGo = lockHeldElsewhere()
    const call = answer(api.GET('/me'))

    const otherTab = new BroadcastChannel('cofund.session')
    otherTab.postMessage({ kind: 'began', session: { ...session(), access_token: 'of the other tab' } })
    await vi.waitFor(() => expect(accessToken()).toBe('of the other tab'))
    letGo()

    await expect(call).resolves.toEqual(store.me)
    expect(renewals).not.toHaveBeenCalled()
    otherTab.close()
  })

  it('renews by itself when the other tab has not', async () => {
    beginSession({ ...session(), access_token: 'old' })
    const { renewals } = onlyTokenIs(() => (accessToken() === 'old' ? 'none' : accessToken()))
    const letGo = lockHeldElsewhere()
    const call = answer(api.GET('/me'))
    letGo()
    await expect(call).resolves.toEqual(store.me)
    expect(renewals).toHaveBeenCalledTimes(1)
  })
})

describe('on load', () => {
  it('asks for nothing without a hint that there was a session', async () => {
    const { renewals } = onlyTokenIs(() => null)
    await restoreSession()
    expect(renewals).not.toHaveBeenCalled()
    expect(currentSession().status).toBe('signed-out')
  })

  it('restores the session a reload interrupted', async () => {
    localStorage.setItem('cofund.signed-in', '1')
    await restoreSession()
    expect(currentSession()).toEqual({ status: 'signed-in', user: store.me })
  })

  it('does not take silence for being signed out', async () => {
    localStorage.setItem('cofund.signed-in', '1')
    server.use(http.post(`${base}/auth/refresh`, () => HttpResponse.error()))
    await restoreSession()
    expect(currentSession().status).toBe('unreachable')
    expect(localStorage.getItem('cofund.signed-in')).toBe('1')
  })
})

it('turns silence and foreign answers into errors with a code', async () => {
  server.use(http.get(`${base}/me`, () => HttpResponse.error()))
  await expect(answer(api.GET('/me'))).rejects.toMatchObject({ code: 'no_answer', status: 0 })
  server.use(http.get(`${base}/me`, () => new HttpResponse('<h1>Bad gateway</h1>', { status: 502 })))
  await expect(answer(api.GET('/me'))).rejects.toMatchObject({ code: 'unavailable', status: 502 })
})
