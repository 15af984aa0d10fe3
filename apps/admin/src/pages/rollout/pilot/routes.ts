import type { RouteObject } from 'react-router'

/** Wave 0. */
export const pilotRoutes: readonly RouteObject[] = [
  {
    path: 'rollout/pilot',
    lazy: async () => ({ Component: (await import('./pilot-page.tsx')).PilotPage }),
  },
]
