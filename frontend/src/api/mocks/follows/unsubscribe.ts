import { HttpResponse, http } from 'msw'
import { base, problem } from '../answers'

export const unsubscribe = http.post<{ token: string }>(`${base}/unsubscribe/:token`, ({ params }) =>
  params.token === 'cut' ? problem(400, 'link_invalid') : new HttpResponse(null, { status: 204 }),
)
