import type { RouteObject } from 'react-router'

/** Recent activity. */
export const activityRoutes: readonly RouteObject[] = [
  {
    path: 'activity',
    lazy: async () => ({ Component: (await import('./activity-page.tsx')).ActivityPage }),
  },
]
