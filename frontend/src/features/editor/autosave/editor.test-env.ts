import { vi } from 'vitest'
import { ApiError } from '@/api/problem'
import type { ProjectDetail, ProjectFields } from '@/api/types'
import { keptDraft } from './drafts'
import { createSaver } from './saver'

const empty = {
  ...{ id: 'p1', slug: 'lanterns', version: 1, title: 'Lanterns', summary: '', visibility: 'user_visible' },
  ...{ problem: '', solution: '', implementation: '', fit: '', research: '', mode: 'fixed', time_zone: 'UTC' },
  ...{ minimum_pledge: '0.00', narratives: [], deliverables: [], links: [] },
} as unknown as ProjectDetail

/** An API of one project: keeps what it is sent, refuses old versions. */
function api(project = empty) {
  const sent: ProjectFields[] = []
  const it = {
    project,
    sent,
    failWith: null as unknown,
    save: (body: ProjectFields, version: number) => {
      sent.push(body)
      if (it.failWith) return Promise.reject(it.failWith)
      if (version !== it.project.version) return Promise.reject(new ApiError('version_conflict', 412))
      return Promise.resolve(it.change(body))
    },
    change(body: object): ProjectDetail {
      it.project = { ...it.project, ...body, version: it.project.version + 1 }
      return it.project
    },
  }
  return it
}

/** Somebody who types into a project of that API. */
export function editor(server = api(), project = server.project) {
  const ways = { save: server.save, load: () => Promise.resolve(server.project), onSaved: vi.fn() }
  const saver = createSaver(project, keptDraft(project.id), ways)
  const type = (change: object) => saver.edit({ ...saver.content(), ...change })
  return { server, saver, type }
}
