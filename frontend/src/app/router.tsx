import type { QueryClient } from '@tanstack/react-query'
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { PageSkeleton } from '@/ui/Skeleton'
import { signedIn } from './guards'
import { page } from './page'
import { at, root } from './root'
import { amountSearch, filterSearch, organizationSearch, returnToSearch, roadmapSearch, yearSearch } from './search'
import { staffRoutes } from './staff-routes'
import { Crash } from './states/Crash'
import { NotFound } from './states/NotFound'

/** The table of contents: every page once, and who may open it. The desk's are in `staff-routes`. */

const roadmap = createRoute({
  ...at('/'),
  validateSearch: roadmapSearch,
  ...page('roadmap', () => import('@/features/roadmap/pages/RoadmapPage')),
})
const membership = createRoute({
  ...at('/membership'),
  ...page('membership', () => import('@/features/membership/pages/MembershipPage')),
})
const impact = createRoute({
  ...at('/impact'),
  ...page('impact', () => import('@/features/impact/pages/ImpactPage')),
})

const signIn = createRoute({
  ...at('/sign-in'),
  validateSearch: returnToSearch,
  ...page('auth', () => import('@/features/auth/pages/SignInPage')),
})
const confirmSignIn = createRoute({
  ...at('/sign-in/confirm'),
  ...page('auth', () => import('@/features/auth/pages/ConfirmSignInPage')),
})
const arrived = createRoute({
  ...at('/sign-in/done'),
  ...page('auth', () => import('@/features/auth/pages/ArrivedPage')),
})
const acceptInvitation = createRoute({
  ...at('/invitations/accept'),
  ...page('invitations', () => import('@/features/invitations/pages/AcceptInvitationPage')),
})
const unsubscribe = createRoute({
  ...at('/unsubscribe'),
  ...page('follows', () => import('@/features/follows/pages/UnsubscribePage')),
})
const account = createRoute({
  ...at('/account'),
  beforeLoad: signedIn,
  ...page('account', () => import('@/features/account/pages/AccountPage')),
})

const project = createRoute({
  ...at('/projects/$slug'),
  ...page('projects', () => import('@/features/projects/pages/ProjectPage')),
})
const projectPledge = createRoute({
  ...at('/projects/$slug/pledge'),
  beforeLoad: signedIn,
  validateSearch: amountSearch,
  ...page('pledges', () => import('@/features/pledges/pages/PledgePage')),
})
const pledge = createRoute({
  ...at('/pledges/$id'),
  beforeLoad: signedIn,
  ...page('pledges', () => import('@/features/pledges/pages/ReceiptPage')),
})
const pledgeEdit = createRoute({
  ...at('/pledges/$id/edit'),
  beforeLoad: signedIn,
  ...page('pledges', () => import('@/features/pledges/pages/EditPage')),
})
const pledgePitch = createRoute({
  ...at('/pledges/$id/pitch'),
  beforeLoad: signedIn,
  ...page('pledges', () => import('@/features/pledges/pages/PitchPage')),
})

const organizations = createRoute({
  ...at('/organizations'),
  validateSearch: organizationSearch,
  ...page('organizations', () => import('@/features/organizations/pages/DirectoryPage')),
})
const organization = createRoute({
  ...at('/organizations/$slug'),
  ...page('organizations', () => import('@/features/organizations/pages/OrganizationLayout')),
})
const inOrganization = <Path extends string>(path: Path) => ({ getParentRoute: () => organization, path })
const organizationProfile = createRoute({
  ...inOrganization('/'),
  ...page('organizations', () => import('@/features/organizations/pages/ProfilePage')),
})
const organizationPledges = createRoute({
  ...inOrganization('/pledges'),
  beforeLoad: signedIn,
  validateSearch: filterSearch,
  ...page('organizations', () => import('@/features/organizations/pages/PledgesPage')),
})
const organizationBudget = createRoute({
  ...inOrganization('/budget'),
  beforeLoad: signedIn,
  validateSearch: yearSearch,
  ...page('organizations', () => import('@/features/organizations/pages/BudgetPage')),
})
const organizationPeople = createRoute({
  ...inOrganization('/people'),
  beforeLoad: signedIn,
  ...page('organizations', () => import('@/features/organizations/pages/PeoplePage')),
})
const organizationSettings = createRoute({
  ...inOrganization('/settings'),
  beforeLoad: signedIn,
  ...page('organizations', () => import('@/features/organizations/pages/SettingsPage')),
})

/** Only where the product is developed; a build for others does not contain it. */
const styleguide = import.meta.env.DEV
  ? [
      createRoute({
        ...at('/styleguide'),
        component: lazyRouteComponent(() => import('./styleguide/StyleguidePage')),
      }),
    ]
  : []

const routes = root.addChildren([
  ...styleguide,
  roadmap,
  membership,
  impact,
  signIn,
  confirmSignIn,
  arrived,
  acceptInvitation,
  unsubscribe,
  account,
  project,
  projectPledge,
  pledge,
  pledgeEdit,
  pledgePitch,
  organizations,
  organization.addChildren([
    organizationProfile,
    organizationPledges,
    organizationBudget,
    organizationPeople,
    organizationSettings,
  ]),
  staffRoutes,
])

export function buildRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: routes,
    context: { queryClient },
    defaultPreload: 'intent',
    // Queries decide what is fresh; the router always asks them.
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 200,
    defaultPendingMinMs: 300,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: Crash,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof buildRouter>
  }
}
