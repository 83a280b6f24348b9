import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { initials } from '@/lib/initials'
import { settlementCurrency } from '@/lib/money'
import { Money } from '../Money'
import { type LevelColumn, LevelDrawing } from './LevelDrawing'

export type NamedColumn = LevelColumn & {
  name: string
  /** The share before, where a change is shown. */
  was?: string | null
}

type Props = {
  /** What the picture and its table show. */
  caption: string
  columns: readonly NamedColumn[]
  level?: string | null
  before?: string | null
  /** A sentence below the picture, often the level itself. */
  children?: ReactNode
}

/** More columns than this have no room for letters below them. */
const mostLabels = 9

/** Who bears what in a shared project, as a picture, and the same as a table one can open. */
export function LevelChart({ caption, columns, level, before, children }: Props) {
  const { t } = useLingui()
  const labels =
    columns.length <= mostLabels ? columns.map(({ name, you }) => (you ? t`You` : initials(name))) : undefined
  const changes = columns.some(({ was }) => was)

  return (
    <figure className="grid gap-2">
      <LevelDrawing columns={columns} level={level} before={before} labels={labels} />
      {children && <p className="text-sm text-muted">{children}</p>}
      <details className="text-sm">
        <summary className="w-fit py-1 font-medium text-accent">
          <Trans>Everyone’s share</Trans>
        </summary>
        <table className="mt-2 w-full border-collapse">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr className="text-right text-xs text-muted *:pb-1.5 *:font-medium">
              <th scope="col" className="text-left">
                {settlementCurrency()}
              </th>
              <th scope="col">
                <Trans>Ceiling</Trans>
              </th>
              {changes && (
                <th scope="col" className="pl-3">
                  <Trans>Now</Trans>
                </th>
              )}
              <th scope="col" className="pl-3">
                {changes ? <Trans>Then</Trans> : <Trans>Share</Trans>}
              </th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ key, name, ceiling, share, was, you }) => (
              <tr key={key} className="border-t border-line text-right *:py-1.5">
                <th scope="row" className="pr-3 text-left font-medium text-ink">
                  {you ? <Trans>You</Trans> : name}
                </th>
                <td className="text-muted">
                  <Money amount={ceiling} cents={false} bare />
                </td>
                {changes && (
                  <td className="pl-3 text-muted">{was ? <Money amount={was} cents={false} bare /> : '–'}</td>
                )}
                <td className="pl-3 font-medium text-ink">
                  <Money amount={share} cents={false} bare />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
