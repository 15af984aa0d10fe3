import type { RouteObject } from 'react-router'

/** The page about accounts for emergencies. */
export const breakGlassRoutes: readonly RouteObject[] = [
  {
    path: 'emergency',
    lazy: async () => ({ Component: (await import('./break-glass-page.tsx')).BreakGlassPage }),
  },
]
