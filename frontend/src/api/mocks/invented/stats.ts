import type { Stats } from '../../types'

const sums = { goal: '50000.00', pledged: '31000.00', signed: '27000.00', collected: '16000.00', funded: '27000.00' }
const projects = { candidate: 1, open: 1, missed: 0, funded: 2, closed: 0 }

export const stats: Stats = {
  currency: 'USD',
  totals: { ...sums, projects, backers: 4, communities: 5 },
  themes: [{ ...sums, projects, theme: { slug: 'resource-management', name: 'Resource management' } }],
  years: [{ year: 2026, projects: 2, funded: '27000.00', signed: '27000.00', collected: '16000.00' }],
  honour_rate: '59.2',
  median_days_to_fund: '41.5',
}
