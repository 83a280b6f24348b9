import { HttpResponse, http } from 'msw'
import { base } from '../answers'
import { stats } from '../invented/stats'

export const showStats = http.get(`${base}/stats`, () => HttpResponse.json(stats))
