import { HttpResponse, http } from 'msw'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { api } from './client'
import { elementId, forgetFirstAnswers } from './first-answers'
import { base } from './mocks/answers'
import { server } from './mocks/server'
import { session } from './mocks/session'
import { answer } from './problem'
import { beginSession, endSession } from './session'

const [inPage, fromApi] = [
  { items: [], next_cursor: null },
  { items: [{ slug: 'from-the-api' }], next_cursor: null },
]

beforeEach(() => {
  endSession({ tellOthers: false })
  forgetFirstAnswers()
  const element = document.createElement('script')
  element.id = elementId
  element.type = 'application/json'
  element.textContent = JSON.stringify({ '/api/v1/projects?limit=100': inPage })
  document.body.append(element)
  server.use(http.get(`${base}/projects`, () => HttpResponse.json(fromApi)))
})
afterEach(() => document.getElementById(elementId)?.remove())

const projects = (limit = 100) => answer(api.GET('/projects', { params: { query: { limit } } }))

it('is used once', async () => {
  await expect(projects()).resolves.toEqual(inPage)
  await expect(projects()).resolves.toEqual(fromApi)
})

it('serves only the very question it answers', async () => {
  await expect(projects(20)).resolves.toEqual(fromApi)
})

it('is not for somebody who is signed in: it is what everybody may see', async () => {
  beginSession(session())
  await expect(projects()).resolves.toEqual(fromApi)
})
