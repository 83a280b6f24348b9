import type { KeyboardEvent } from 'react'

const moves: Record<string, [columns: number, cards: number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
}

/**
 * Arrow keys among cards: along a column, and across to the same height of the next one that has cards. Tab goes the
 * same way, card by card; who is on no card scrolls as ever.
 */
export function moveAmongCards(event: KeyboardEvent<HTMLElement>) {
  const move = moves[event.key]
  if (!move || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const here = event.target as HTMLAnchorElement
  const columns = [...event.currentTarget.querySelectorAll('[data-cards]')].map((list) => [
    ...list.querySelectorAll('a'),
  ])
  const column = columns.findIndex((links) => links.includes(here))
  const card = columns[column]?.indexOf(here) ?? -1
  if (card < 0) return

  event.preventDefault()
  const links = columns[column + move[0]]
  links?.[Math.max(0, Math.min(card + move[1], links.length - 1))]?.focus()
}
