import type { RouteObject } from 'react-router'

/** Where somebody is signed in. */
export const sessionsRoutes: readonly RouteObject[] = [
  {
    path: 'sessions',
    lazy: async () => ({ Component: (await import('./sessions-page.tsx')).SessionsPage }),
  },
]
