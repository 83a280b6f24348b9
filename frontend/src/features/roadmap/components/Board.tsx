import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Project } from '@/api/types'
import { Later } from '@/ui/Later'
import { type BoardSort, columns, inColumn } from '../board'
import { Column } from './Column'
import { moveAmongCards } from './card-keys'
import { columnWords } from './words'

type Props = {
  /** What fits the filters. */
  projects: readonly Project[]
  sort: BoardSort
  filtered: boolean
  /** What stands in the room that a long first column leaves. */
  children: ReactNode
}

/** Four columns, from a wish to what is delivered; below each other where there is no room beside. */
export function Board({ projects, sort, filtered, children }: Props) {
  const { i18n, t } = useLingui()
  const columnOf = (column: (typeof columns)[number]) => {
    const { name, explanation, empty } = columnWords[column]
    return (
      <Column
        key={column}
        name={i18n._(name)}
        explanation={i18n._(explanation)}
        empty={filtered ? t`Nothing here fits the filters.` : i18n._(empty)}
        projects={inColumn(projects, column, sort)}
      />
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys are a shortcut among links that Tab reaches as well
    <div
      onKeyDown={moveAmongCards}
      className="grid items-start gap-x-4 gap-y-10 sm:grid-cols-2 lg:grid-cols-4 lg:grid-rows-[auto_1fr]"
    >
      {columnOf(columns[0])}
      <Later>
        {columns.slice(1).map(columnOf)}
        <div className="border-t border-line pt-6 sm:col-span-2 lg:col-span-3 lg:col-start-2">{children}</div>
      </Later>
    </div>
  )
}
