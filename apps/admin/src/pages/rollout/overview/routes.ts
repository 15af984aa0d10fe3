import type { RouteObject } from 'react-router'

/** How far a rollout has come, and who is left. */
export const rolloutOverviewRoutes: readonly RouteObject[] = [
  {
    path: 'rollout',
    lazy: async () => ({ Component: (await import('./overview-page.tsx')).OverviewPage }),
  },
  {
    path: 'rollout/left',
    lazy: async () => ({ Component: (await import('./left-page.tsx')).LeftPage }),
  },
]
