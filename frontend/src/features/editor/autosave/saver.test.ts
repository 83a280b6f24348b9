import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '@/api/problem'
import type { FieldProblem } from '@/api/types'
import { keptDraft } from './drafts'
import { editor } from './editor.test-env'
import { pause } from './saver'

const invalid = (pointer: string) => {
  const fields: FieldProblem[] = [{ pointer, code: 'out_of_range', detail: '' }]
  return new ApiError('body_invalid', 422, null, fields)
}

beforeEach(() => {
  localStorage.clear()
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

describe('saving', () => {
  it('sends what changed, once, after a pause', async () => {
    const { server, saver, type } = editor()
    type({ problem: 'Dark' })
    type({ problem: 'Dark nights' })
    expect(saver.state().status).toBe('typing')
    await vi.advanceTimersByTimeAsync(pause)
    expect(server.sent).toEqual([{ problem: 'Dark nights' }])
    expect(saver.state().status).toBe('saved')
    expect(keptDraft('p1')).toBeNull()
  })

  it('does not send again what the API trimmed', async () => {
    const { server, type } = editor()
    server.change = (body: object) => {
      server.project = { ...server.project, ...body, problem: 'Dark', version: server.project.version + 1 }
      return server.project
    }
    type({ problem: 'Dark ' })
    await vi.advanceTimersByTimeAsync(pause * 5)
    expect(server.sent).toHaveLength(1)
  })

  it('holds back what is unfinished, and saves the rest', async () => {
    const { server, saver, type } = editor()
    type({ title: 'Lamps', goal: '12..', links: [{ kind: 'other', url: '' }] })
    await vi.advanceTimersByTimeAsync(pause)
    expect(server.sent).toEqual([{ title: 'Lamps' }])
    expect(saver.state()).toMatchObject({ status: 'held', held: ['links', 'goal'] })
  })

  it('holds back what the API refuses until it is written differently', async () => {
    const { server, saver, type } = editor()
    server.failWith = invalid('/pledge_by')
    type({ pledge_by: '2020-01-01' })
    await vi.advanceTimersByTimeAsync(pause)
    expect(saver.state()).toMatchObject({ status: 'held', refusals: [{ field: 'pledge_by', code: 'out_of_range' }] })
    server.failWith = null
    type({ summary: 'One line' })
    await vi.advanceTimersByTimeAsync(pause)
    expect(server.sent.at(-1)).toEqual({ summary: 'One line' })
    type({ pledge_by: '2030-01-01' })
    await vi.advanceTimersByTimeAsync(pause)
    expect(server.sent.at(-1)).toEqual({ pledge_by: '2030-01-01' })
    expect(saver.state()).toMatchObject({ status: 'saved', refusals: [] })
  })

  it('keeps what it cannot send, tries again, and gives it to the next page', async () => {
    const { server, saver, type } = editor()
    server.failWith = new ApiError('no_answer', 0)
    type({ problem: 'Dark' })
    await vi.advanceTimersByTimeAsync(pause)
    expect(saver.state().status).toBe('failed')
    saver.stop()

    const next = editor(server)
    expect(next.saver.content().problem).toBe('Dark')
    server.failWith = null
    await next.saver.flush()
    expect(server.project.problem).toBe('Dark')
    expect(keptDraft('p1')).toBeNull()
  })
})

describe('somebody else', () => {
  it('is taken over where nothing was typed', async () => {
    const { server, saver, type } = editor()
    server.change({ summary: 'Theirs' })
    type({ problem: 'Mine' })
    await vi.advanceTimersByTimeAsync(pause * 2)
    expect(saver.content()).toMatchObject({ summary: 'Theirs', problem: 'Mine' })
    expect(server.project).toMatchObject({ summary: 'Theirs', problem: 'Mine' })
    expect(saver.state()).toMatchObject({ status: 'saved', taken: ['summary'], revision: 1 })
  })

  it('is laid beside what was typed in the same part, and nothing is sent until one is chosen', async () => {
    const { server, saver, type } = editor()
    server.change({ problem: 'Theirs', summary: 'Theirs' })
    type({ problem: 'Mine' })
    await vi.advanceTimersByTimeAsync(pause * 3)
    expect(saver.state()).toMatchObject({ status: 'disputed', dispute: { disputed: ['problem'], taken: ['summary'] } })
    expect(server.sent).toHaveLength(1)
    saver.resolve(['summary'])
    await vi.advanceTimersByTimeAsync(pause)
    expect(server.project).toMatchObject({ problem: 'Mine', summary: 'Theirs' })
    expect(saver.state()).toMatchObject({ status: 'saved', dispute: null })
  })

  it('is not oneself, whose answer got lost', async () => {
    const { server, saver, type } = editor()
    server.change({ problem: 'First' }) // it arrived, though
    server.failWith = new ApiError('no_answer', 0)
    type({ problem: 'First' })
    await vi.advanceTimersByTimeAsync(pause)
    server.failWith = null
    type({ problem: 'First and second' })
    await vi.advanceTimersByTimeAsync(pause * 4)
    expect(saver.state().status).toBe('saved')
    expect(server.project.problem).toBe('First and second')
  })

  it('is found after a reload, too', () => {
    const { server, saver, type } = editor()
    type({ problem: 'Mine' })
    saver.stop()
    server.change({ problem: 'Theirs' })
    const next = editor(server)
    next.saver.hear(server.project)
    expect(next.saver.state().dispute).toMatchObject({ disputed: ['problem'] })
    expect(server.project.problem).toBe('Theirs')
  })
})
