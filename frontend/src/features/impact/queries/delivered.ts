import { projectsQuery } from '@/api/projects'

export const deliveredQuery = projectsQuery({ delivery: 'done' })
