import type { Content } from './content'

/** Why a part is not sent yet: still being written, or not readable as what it should be. Form only, never policy. */
export type Unfinished = 'incomplete' | 'amount' | 'hours' | 'address'

const isAmount = (text: string) => /^$|^\d{1,12}\.\d{2}$/.test(text)
const isHours = (text: string) => /^\d{0,6}$/.test(text)
const isAddress = (text: string) => /^https?:\/\/./.test(text) && URL.canParse(text)

/** The fields that keep their part from being sent, each with why. */
export function unfinishedFields(content: Content): ReadonlyMap<string, Unfinished> {
  const found = new Map<string, Unfinished>()
  const note = (field: string, why: Unfinished, isFine: boolean) => {
    if (!isFine) found.set(field, why)
  }
  note('title', 'incomplete', content.title.trim() !== '')
  for (const field of ['goal', 'goal_low', 'goal_high', 'minimum_pledge'] as const) {
    note(field, 'amount', isAmount(content[field]))
  }
  if ((content.goal_low === '') !== (content.goal_high === '')) {
    note(content.goal_low === '' ? 'goal_low' : 'goal_high', 'incomplete', false)
  }
  note('capacity_hours', 'hours', isHours(content.capacity_hours))
  content.deliverables.forEach((row, index) => {
    const at = (field: string) => `deliverables.${index}.${field}`
    note(at('title'), 'incomplete', row.title.trim() !== '')
    note(at('done_when'), 'incomplete', row.done_when.trim() !== '')
    note(at('hours_low'), 'hours', isHours(row.hours_low))
    note(at('hours_high'), 'hours', isHours(row.hours_high))
  })
  content.links.forEach(({ url }, index) => {
    note(`links.${index}.url`, url === '' ? 'incomplete' : 'address', isAddress(url))
  })
  return found
}
