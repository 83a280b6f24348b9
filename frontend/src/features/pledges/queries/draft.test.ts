import { beforeEach, expect, it, vi } from 'vitest'
import { attempts } from '@/api/action'
import { ApiError } from '@/api/problem'
import { draftOf } from './draft'

beforeEach(() => {
  vi.restoreAllMocks()
  sessionStorage.clear()
})

it('keeps what was typed and the key of what was sent, for one person and one project', () => {
  const draft = draftOf<{ amount: string }>('maren', 'lessons')
  draft.keep({ amount: '5000.00' })
  const sent = attempts(draft.attempt).start({ amount: '5000.00' })

  const afterReload = draftOf<{ amount: string }>('maren', 'lessons')
  expect(afterReload.values()).toEqual({ amount: '5000.00' })
  expect(attempts(afterReload.attempt).start({ amount: '5000.00' })).toEqual(sent)
  expect(draftOf('teo', 'lessons').values()).toBeNull()
  expect(draftOf('maren', 'folders').values()).toBeNull()
})

it('takes another key for another amount, and none after an answer', () => {
  const draft = draftOf('maren', 'lessons')
  const keys = attempts(draft.attempt)
  const sent = keys.start({ amount: '5000.00' })
  keys.settle(new ApiError('no_answer', 0))
  expect(keys.start({ amount: '4000.00' })).not.toEqual(sent)
  keys.settle(new ApiError('pledge_over_goal', 409))
  expect(draft.attempt.read()).toBeNull()
})

it('is gone once it is dropped', () => {
  const draft = draftOf<{ amount: string }>('maren', 'lessons')
  draft.keep({ amount: '5000.00' })
  draft.drop()
  expect(draft.values()).toBeNull()
})

it('still holds the key where storage is refused', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('refused')
  })
  const keys = attempts(draftOf('maren', 'lessons').attempt)
  expect(keys.start('one')).toEqual(keys.start('one'))
})
