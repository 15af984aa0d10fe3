import type { RouteObject } from 'react-router'

/** The page about domains. */
export const domainsRoutes: readonly RouteObject[] = [
  { path: 'domains', lazy: async () => ({ Component: (await import('./domains-page.tsx')).DomainsPage }) },
]
