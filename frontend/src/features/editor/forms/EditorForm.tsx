import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormProvider } from 'react-hook-form'
import type { ProjectDetail } from '@/api/types'
import { classes } from '@/lib/classes'
import { Button } from '@/ui/Button'
import { Section } from '@/ui/Page'
import { useSaverState } from '../autosave/use-saver'
import { Dispute } from '../components/Dispute'
import { PublishPanel } from '../components/PublishPanel'
import { SaveState } from '../components/SaveState'
import { publishCheckQuery } from '../queries/editor'
import { BasicFields } from './BasicFields'
import { DeliverableFields } from './DeliverableFields'
import { LinkFields } from './LinkFields'
import { MoneyFields } from './MoneyFields'
import { TextFields } from './TextFields'
import { useEditorForm } from './use-editor-form'

const wide = () => window.matchMedia('(min-width: 64rem)').matches

/** Everything written about a project. There is no button to save: it saves by itself and says so. */
export function EditorForm({ project }: { project: ProjectDetail }) {
  const { t } = useLingui()
  const { form, onBlur } = useEditorForm()
  const { dispute } = useSaverState()
  const { data: check } = useSuspenseQuery(publishCheckQuery(project.slug))
  const [preview, setPreview] = useState(wide)

  return (
    <FormProvider {...form}>
      <div
        className={classes(
          'grid items-start gap-x-12 gap-y-10',
          project.can.publish.ok && 'lg:grid-cols-[minmax(0,1fr)_19rem]',
        )}
      >
        <form
          noValidate
          onSubmit={(event) => event.preventDefault()}
          onBlur={onBlur}
          // What takes the focus must not come to stand below the bar that says whether it is saved.
          className="min-w-0 [&_:is(input,select,textarea,button)]:scroll-mt-36"
        >
          <div className="sticky top-0 z-10 -mx-1 mb-6 grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-6 border-b border-line bg-page px-1 py-2.5">
            <SaveState />
            <Button size="small" aria-pressed={preview} onClick={() => setPreview(!preview)}>
              {preview ? <Trans>Hide how it reads</Trans> : <Trans>Show how it reads</Trans>}
            </Button>
          </div>
          {dispute && <Dispute key={dispute.version} dispute={dispute} />}
          <Section title={t`What it is`}>
            <BasicFields project={project} />
          </Section>
          <Section title={t`The text`} lead={<Trans>Markdown works: **bold**, lists, [links](https://…).</Trans>}>
            <TextFields project={project} counts={check.word_counts} preview={preview} />
          </Section>
          <Section title={t`What is delivered`}>
            <DeliverableFields />
          </Section>
          <Section title={t`Money and time`}>
            <MoneyFields project={project} />
          </Section>
          <Section title={t`Links`}>
            <LinkFields />
          </Section>
        </form>
        {project.can.publish.ok && (
          <aside aria-label={t`Publishing`} className="lg:sticky lg:top-4">
            <PublishPanel project={project} />
          </aside>
        )}
      </div>
    </FormProvider>
  )
}
