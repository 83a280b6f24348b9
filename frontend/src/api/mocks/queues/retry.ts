import { HttpResponse, http } from 'msw'
import { base } from '../answers'
import { store } from '../store'

export const retryDelivery = http.post<{ id: string }>(`${base}/admin/queues/:id/retry`, ({ params }) => {
  store.queue = store.queue.map((item) => (item.id === params.id ? { ...item, state: 'waiting' as const } : item))
  return HttpResponse.json(store.queue.find(({ id }) => id === params.id))
})
