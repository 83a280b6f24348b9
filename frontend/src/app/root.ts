import { createRootRouteWithContext } from '@tanstack/react-router'
import { RootLayout } from './layouts/RootLayout'
import type { RouterContext } from './page'

/** What every page stands in. */
export const root = createRootRouteWithContext<RouterContext>()({ component: RootLayout })

export const at = <Path extends string>(path: Path) => ({ getParentRoute: () => root, path })
