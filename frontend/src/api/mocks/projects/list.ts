import { http } from 'msw'
import { base, list } from '../answers'
import { store } from '../store'

export const listProjects = http.get(`${base}/projects`, ({ request }) => {
  const delivery = new URL(request.url).searchParams.get('delivery')
  return list(store.projects.filter((project) => !delivery || project.delivery === delivery))
})
