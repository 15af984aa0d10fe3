import type { RouteObject } from 'react-router'

/** My apps. */
export const appsRoutes: readonly RouteObject[] = [
  { path: 'apps', lazy: async () => ({ Component: (await import('./apps-page.tsx')).AppsPage }) },
]
