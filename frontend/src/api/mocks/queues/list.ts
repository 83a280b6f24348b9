import { HttpResponse, http } from 'msw'
import { base } from '../answers'
import { store } from '../store'

export const listQueues = http.get(`${base}/admin/queues`, () => {
  const waiting = store.queue.filter(({ state }) => state === 'waiting')
  return HttpResponse.json({
    waiting: waiting.length,
    dead: store.queue.length - waiting.length,
    oldest_waiting_at: waiting[0]?.created_at ?? null,
    items: store.queue,
    next_cursor: null,
  })
})
