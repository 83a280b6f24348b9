import { createRoute } from '@tanstack/react-router'
import { auditors, staff } from './guards'
import { page } from './page'
import { at } from './root'
import { auditSearch, filterSearch, organizationSearch, staffProjectSearch, staffProjectsSearch } from './search'

/** The desk: every page of it once; nobody but staff gets past its door. */
const staffDesk = createRoute({ ...at('/staff'), beforeLoad: staff })
const inStaff = <Path extends string>(path: Path) => ({ getParentRoute: () => staffDesk, path })
const staffWork = createRoute({ ...inStaff('/'), ...page('desk', () => import('@/features/desk/pages/WorkPage')) })
const staffProjects = createRoute({
  ...inStaff('/projects'),
  validateSearch: staffProjectsSearch,
  ...page('desk', () => import('@/features/desk/pages/ProjectsPage')),
})
const staffProject = createRoute({
  ...inStaff('/projects/$slug'),
  validateSearch: staffProjectSearch,
  ...page('editor', () => import('@/features/editor/pages/ProjectLayout')),
})
const inStaffProject = <Path extends string>(path: Path) => ({ getParentRoute: () => staffProject, path })
const staffProjectText = createRoute({
  ...inStaffProject('/'),
  ...page('editor', () => import('@/features/editor/pages/TextPage')),
})
const staffProjectPledges = createRoute({
  ...inStaffProject('/pledges'),
  ...page('editor', () => import('@/features/editor/pages/PledgesPage')),
})
const staffProjectUpdates = createRoute({
  ...inStaffProject('/updates'),
  ...page('editor', () => import('@/features/editor/pages/UpdatesPage')),
})
const staffTopics = createRoute({
  ...inStaff('/topics'),
  ...page('topics', () => import('@/features/topics/pages/TopicsPage')),
})
const staffTerms = createRoute({
  ...inStaff('/terms'),
  ...page('terms', () => import('@/features/terms/pages/TermsPage')),
})
const staffOrganizations = createRoute({
  ...inStaff('/organizations'),
  validateSearch: organizationSearch,
  ...page('organizations', () => import('@/features/organizations/pages/StaffOrganizationsPage')),
})
const staffPeople = createRoute({
  ...inStaff('/people'),
  validateSearch: filterSearch,
  ...page('people', () => import('@/features/people/pages/PeoplePage')),
})
const staffPerson = createRoute({
  ...inStaff('/people/$id'),
  ...page('people', () => import('@/features/people/pages/PersonPage')),
})
const staffTiers = createRoute({
  ...inStaff('/tiers'),
  ...page('tiers', () => import('@/features/tiers/pages/TiersPage')),
})
const staffQueue = createRoute({
  ...inStaff('/queue'),
  ...page('queue', () => import('@/features/queue/pages/QueuePage')),
})
const staffAudit = createRoute({
  ...inStaff('/audit'),
  beforeLoad: auditors,
  validateSearch: auditSearch,
  ...page('audit', () => import('@/features/audit/pages/AuditPage')),
})

export const staffRoutes = staffDesk.addChildren([
  staffWork,
  staffProjects,
  staffProject.addChildren([staffProjectText, staffProjectPledges, staffProjectUpdates]),
  staffTopics,
  staffTerms,
  staffOrganizations,
  staffPeople,
  staffPerson,
  staffTiers,
  staffQueue,
  staffAudit,
])
