import { expect, it } from 'vitest'
import { checklistOf } from './checklist'

const required = (field: string) => ({ field, code: 'required' as const, words: null, at_least: null, at_most: null })

it('says of each field whether it is there, and for what it is missing', () => {
  const list = checklistOf({
    candidate: [required('theme')],
    open: [required('theme'), required('pledge_by'), required('something_new')],
    word_counts: [{ field: 'problem', words: 71, at_least: 50, at_most: null }],
    warnings: [],
  })
  const find = (field: string) => list.find((check) => check.field === field)
  expect(find('theme')).toMatchObject({ missing: 'candidate', part: 'theme' })
  expect(find('pledge_by')).toMatchObject({ missing: 'open', problem: { code: 'required' } })
  expect(find('problem')).toMatchObject({ missing: null, words: 71 })
  expect(find('something_new')).toMatchObject({ missing: 'open', part: null })
})
