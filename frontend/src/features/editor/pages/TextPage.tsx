/** What is written about a project: to be edited while its state allows, else to be read. */
import { type Needs, prefetch } from '@/api/prefetch'
import { projectQuery } from '@/api/projects'
import { narrativesQuery, themesQuery } from '@/api/topics'
import { ReadOnly } from '../components/ReadOnly'
import { EditorForm } from '../forms/EditorForm'
import { publishCheckQuery } from '../queries/editor'
import { useProject } from '../queries/use-project'

export const load = ({ queryClient, params: { slug = '' } }: Needs) =>
  Promise.all([
    prefetch(queryClient, projectQuery(slug)),
    prefetch(queryClient, publishCheckQuery(slug)),
    prefetch(queryClient, themesQuery),
    prefetch(queryClient, narrativesQuery),
  ])

export default function TextPage() {
  const project = useProject()
  return project.can.edit.ok ? <EditorForm project={project} /> : <ReadOnly project={project} />
}
