import { Trans, useLingui } from '@lingui/react/macro'
import { explainCode } from '@/api/errors'
import type { ProjectDetail } from '@/api/types'
import { Callout } from '@/ui/Callout'
import { closeReasonWords } from '@/ui/funding/project-words'
import { Section } from '@/ui/Page'
import { Prose } from '@/ui/Prose'
import { texts } from '../content/content'
import { partWords } from './part-words'

/** A project whose text stands: as it reads, and why nothing can be changed. */
export function ReadOnly({ project }: { project: ProjectDetail }) {
  const { i18n } = useLingui()
  const { close_reason, close_note, deliverables } = project
  return (
    <div>
      <Callout>
        <p>
          {close_reason ? (
            <Trans>
              <b>Closed: {i18n._(closeReasonWords[close_reason])}.</b> {close_note}
            </Trans>
          ) : (
            <Trans>
              <b>The text stands as it is.</b> {explainCode(project.can.edit.code ?? null)}
            </Trans>
          )}
        </p>
      </Callout>
      <p className="mt-8 mb-10 max-w-prose text-lg">{project.summary}</p>
      {texts.map((name) => (
        <Section key={name} title={i18n._(partWords[name])}>
          <Prose html={project[`${name}_html`]} />
        </Section>
      ))}
      {deliverables.length > 0 && (
        <Section title={i18n._(partWords.deliverables)}>
          <dl className="grid max-w-prose gap-4">
            {deliverables.map(({ title, done_when }) => (
              <div key={title}>
                <dt className="font-medium text-ink">{title}</dt>
                <dd>{done_when}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
    </div>
  )
}
