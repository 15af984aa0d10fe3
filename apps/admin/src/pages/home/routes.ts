import type { RouteObject } from 'react-router'

/** The first page. */
export const homeRoutes: readonly RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./home-page.tsx')).HomePage }) },
]
