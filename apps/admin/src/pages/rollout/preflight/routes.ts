import type { RouteObject } from 'react-router'

/** Walking the path before it is announced. */
export const preflightRoutes: readonly RouteObject[] = [
  {
    path: 'rollout/preflight',
    lazy: async () => ({ Component: (await import('./preflight-page.tsx')).PreflightPage }),
  },
]
