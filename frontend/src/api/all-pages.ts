/** How many things a page asks for at once, and where it stops asking: beyond it, a search finds better than a list. */
export const pageLimit = 100
const mostPages = 10

type PageOf<Item> = { items: Item[]; next_cursor?: string | null }

/** All items of a list that people sort and filter as one. */
export async function allPages<Item>(
  fetchPage: (cursor: string | undefined) => Promise<PageOf<Item>>,
): Promise<Item[]> {
  const items: Item[] = []
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const { items: more, next_cursor } = await fetchPage(cursor)
    items.push(...more)
    if (!next_cursor) break
    cursor = next_cursor
  }
  return items
}
