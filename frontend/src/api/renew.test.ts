import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from './client'
import { base } from './mocks/answers'
import { onlyTokenIs } from './mocks/only-token'
import { server } from './mocks/server'
import { session } from './mocks/session'
import { store } from './mocks/store'
import { answer } from './problem'
import { restoreSession } from './renew'
import { accessToken, beginSession, currentSession, endSession } from './session'

beforeEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
  endSession({ tellOthers: false })
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
    expect(renewals).toEqual([])
    otherTab.close()
  })

  it('renews by itself when the other tab has not', async () => {
    beginSession({ ...session(), access_token: 'old' })
    const { renewals } = onlyTokenIs(() => (accessToken() === 'old' ? 'none' : accessToken()))
    const letGo = lockHeldElsewhere()
    const call = answer(api.GET('/me'))
    letGo()
    await expect(call).resolves.toEqual(store.me)
    expect(renewals).toHaveLength(1)
  })
})

describe('on load', () => {
  it('asks for nothing without a hint that there was a session', async () => {
    const { renewals } = onlyTokenIs(() => null)
    await restoreSession()
    expect(renewals).toEqual([])
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
