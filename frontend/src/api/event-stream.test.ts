import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { listen } from './event-stream'

class FakeSource extends EventTarget {
  static made: FakeSource[] = []
  static readonly CLOSED = 2
  readyState = 1
  constructor(readonly address: string) {
    super()
    FakeSource.made.push(this)
  }
  close() {
    this.readyState = FakeSource.CLOSED
  }
  refuse() {
    this.close()
    this.dispatchEvent(new Event('error'))
  }
}

beforeEach(() => {
  FakeSource.made = []
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', FakeSource)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('hands on what comes, until it is told to stop', () => {
  const seen: unknown[] = []
  const stop = listen('/live', 'project', { onEvent: (data) => seen.push(data) })
  FakeSource.made[0]?.dispatchEvent(new MessageEvent('project', { data: '{"pledged":"1.00"}' }))
  expect(seen).toEqual([{ pledged: '1.00' }])
  stop()
  expect(FakeSource.made[0]?.readyState).toBe(FakeSource.CLOSED)
})

it('comes back after a refusal, later each time, and leaves a cut to the browser', () => {
  const stop = listen('/live', 'project', { onEvent: () => {} })
  FakeSource.made[0]?.dispatchEvent(new Event('error'))
  vi.advanceTimersByTime(600_000)
  expect(FakeSource.made).toHaveLength(1)

  FakeSource.made[0]?.refuse()
  vi.advanceTimersByTime(2_000)
  expect(FakeSource.made).toHaveLength(2)
  FakeSource.made[1]?.refuse()
  vi.advanceTimersByTime(4_000)
  expect(FakeSource.made).toHaveLength(2)
  vi.advanceTimersByTime(1_000)
  expect(FakeSource.made).toHaveLength(3)
  stop()
})

it('holds no stream for a page nobody sees', () => {
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(false)
  const stop = listen('/live', 'project', { onEvent: () => {} })
  hidden.mockReturnValue(true)
  document.dispatchEvent(new Event('visibilitychange'))
  expect(FakeSource.made[0]?.readyState).toBe(FakeSource.CLOSED)
  hidden.mockReturnValue(false)
  document.dispatchEvent(new Event('visibilitychange'))
  expect(FakeSource.made).toHaveLength(2)
  stop()
})
