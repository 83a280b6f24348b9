import type { QueryClient } from '@tanstack/react-query'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import type { Needs } from '@/api/prefetch'
import { loadFeatureWords } from './catalogues'

export type RouterContext = { queryClient: QueryClient }

/** What a page's module exports: the page, and what it needs before it is drawn. */
type PageModule = {
  default: ComponentType
  load?: (needs: Needs) => Promise<unknown>
}

/** A route's code, words and first data, fetched together when somebody goes there, or is about to. */
export function page(feature: string, importPage: () => Promise<PageModule>) {
  return {
    component: lazyRouteComponent(importPage),
    loader: async ({ context, params }: { context: RouterContext; params: object }) => {
      const [module] = await Promise.all([importPage(), loadFeatureWords(feature)])
      await module.load?.({ queryClient: context.queryClient, params: params as Record<string, string> })
    },
  }
}
