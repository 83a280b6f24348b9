import { useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useFormContext } from 'react-hook-form'
import { narrativesQuery, themesQuery } from '@/api/topics'
import type { ProjectDetail } from '@/api/types'
import { Choices, Field, Select, TextInput } from '@/ui/form'
import type { Content } from '../content/content'

/** What it is called, what it is about, and who would notice it. */
export function BasicFields({ project }: { project: ProjectDetail }) {
  const { t } = useLingui()
  const { register } = useFormContext<Content>()
  const themes = withOwn(useSuspenseQuery(themesQuery).data, project.theme ? [project.theme] : [])
  const narratives = withOwn(useSuspenseQuery(narrativesQuery).data, project.narratives)

  return (
    <div className="grid gap-5">
      <Field name="title" label={t`Title`}>
        <TextInput autoComplete="off" {...register('title')} />
      </Field>
      <Field name="summary" label={t`One line`} help={t`It stands on the card and in every shared link.`}>
        <TextInput autoComplete="off" {...register('summary')} />
      </Field>
      <Field name="theme" label={t`Theme`}>
        <Select {...register('theme')}>
          <option value="">{t`None yet`}</option>
          {themes.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {narratives.length > 0 && (
        <Choices
          legend={t`Narratives it belongs to`}
          pick="many"
          choices={narratives.map(({ slug, name }) => ({ value: slug, label: name }))}
          {...register('narratives')}
        />
      )}
      <Choices
        legend={t`Who notices it`}
        choices={[
          { value: 'user_visible', label: t`People who use a hub`, explanation: t`They see that something changed.` },
          { value: 'internal', label: t`Those who run it`, explanation: t`Users notice only that things go well.` },
        ]}
        {...register('visibility')}
      />
    </div>
  )
}

type Named = { slug: string; name: string }

/** Those in use, and what the project has already, even if it was archived since. */
function withOwn(inUse: readonly Named[], own: readonly Named[]): Named[] {
  return [...inUse, ...own.filter(({ slug }) => !inUse.some((one) => one.slug === slug))]
}
