import { Trans, useLingui } from '@lingui/react/macro'
import { useFormContext, useWatch } from 'react-hook-form'
import type { ProjectDetail, PublishCheck } from '@/api/types'
import { classes } from '@/lib/classes'
import { Field, TextArea } from '@/ui/form'
import { Prose } from '@/ui/Prose'
import { partWords } from '../components/part-words'
import { WordCount } from '../components/WordCount'
import { type Content, type TextName, texts } from '../content/content'

type Props = { project: ProjectDetail; counts: PublishCheck['word_counts']; preview: boolean }

/** The five texts, each with its count and, beside it, how the saved text reads. */
export function TextFields({ project, counts, preview }: Props) {
  return (
    <div className="grid gap-7">
      {texts.map((name) => (
        <div key={name} className={classes('grid gap-x-8 gap-y-3', preview && 'lg:grid-cols-2')}>
          <OneText name={name} limits={counts.find(({ field }) => field === name)} />
          {preview && project[name] && <Preview html={project[`${name}_html`]} />}
        </div>
      ))}
    </div>
  )
}

function OneText({ name, limits }: { name: TextName; limits: PublishCheck['word_counts'][number] | undefined }) {
  const { i18n } = useLingui()
  const { register } = useFormContext<Content>()
  const text = useWatch<Content, TextName>({ name })
  return (
    <div className="relative">
      <Field name={name} label={i18n._(partWords[name])}>
        <TextArea rows={7} className="max-h-144 min-h-44 field-sizing-content" {...register(name)} />
      </Field>
      {limits && <WordCount text={text} limits={limits} />}
    </div>
  )
}

function Preview({ html }: { html: string }) {
  return (
    <div className="min-w-0">
      <p className="mb-1.5 text-xs text-muted">
        <Trans>As it reads</Trans>
      </p>
      <div className="text-ui">
        <Prose html={html} />
      </div>
    </div>
  )
}
