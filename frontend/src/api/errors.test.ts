import { readFileSync } from 'node:fs'
import { i18n } from '@lingui/core'
import { expect, it } from 'vitest'
import { explain, explainField, fieldSentences, sentences } from './errors'
import { ApiError } from './problem'

type Schema = { enum: string[] }
const contract = JSON.parse(readFileSync('../openapi/openapi.json', 'utf8')) as {
  components: { schemas: { Code: Schema; FieldCode: Schema } }
}
const { Code, FieldCode } = contract.components.schemas

it('has a sentence for every code of the contract', () => {
  expect(Object.keys(sentences)).toEqual(expect.arrayContaining(Code.enum))
  expect(Object.keys(fieldSentences)).toEqual(expect.arrayContaining(FieldCode.enum))
})

it.each(['en', 'es', 'fr'])('speaks each of them in %s', async (locale) => {
  const { messages } = (await import(`./locales/${locale}.po`)) as { messages: Record<string, string> }
  const spoken = [...Object.values(sentences), ...Object.values(fieldSentences)]
  expect(spoken.filter(({ id }) => !messages[id]).map(({ message }) => message)).toEqual([])
})

it('has an honest sentence for what it does not know', () => {
  i18n.activate('en')
  expect(explain(new TypeError('x is not a function'))).toBe(explain(new ApiError('internal', 500)))
  expect(explain(new ApiError('code_of_next_year' as 'internal', 409))).toBe(explain(new ApiError('internal', 500)))
  expect(explainField('of_next_year' as 'required')).toBe(explainField('malformed'))
})
