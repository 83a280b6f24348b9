import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { api } from './client'
import { base, problem } from './mocks/answers'
import { onlyTokenIs } from './mocks/only-token'
import { server } from './mocks/server'
import { session } from './mocks/session'
import { store } from './mocks/store'
import { answer } from './problem'
import { renewSession } from './renew'
import { accessToken, beginSession, currentSession, endSession } from './session'

beforeEach(() => {
  localStorage.clear()
  endSession({ tellOthers: false })
})

describe('a token that has run out', () => {
  it('is renewed once, and the call repeated', async () => {
    beginSession({ ...session(), access_token: 'old' })
    const { seen, renewals } = onlyTokenIs(() => (accessToken() === 'old' ? 'none' : accessToken()))

    await expect(answer(api.GET('/me'))).resolves.toEqual(store.me)
    expect(renewals).toHaveLength(1)
    expect(seen).toHaveLength(2)
  })

  it('is renewed once for calls side by side', async () => {
    beginSession({ ...session(), access_token: 'old' })
    const { renewals } = onlyTokenIs(() => (accessToken() === 'old' ? 'none' : accessToken()))

    await Promise.all([answer(api.GET('/me')), answer(api.GET('/me')), renewSession()])
    expect(renewals).toHaveLength(1)
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
    expect(renewals).toEqual([])
  })
})

it('turns silence and foreign answers into errors with a code', async () => {
  server.use(http.get(`${base}/me`, () => HttpResponse.error()))
  await expect(answer(api.GET('/me'))).rejects.toMatchObject({ code: 'no_answer', status: 0 })
  server.use(http.get(`${base}/me`, () => new HttpResponse('<h1>Bad gateway</h1>', { status: 502 })))
  await expect(answer(api.GET('/me'))).rejects.toMatchObject({ code: 'unavailable', status: 502 })
})
