import type { RouteObject } from 'react-router'

/** The page about places and contexts. */
export const locationsRoutes: readonly RouteObject[] = [
  {
    path: 'locations',
    lazy: async () => ({ Component: (await import('./locations-page.tsx')).LocationsPage }),
  },
]
