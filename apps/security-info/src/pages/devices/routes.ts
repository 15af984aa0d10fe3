import type { RouteObject } from 'react-router'

/** Where an authenticator of ours is registered. */
export const devicesRoutes: readonly RouteObject[] = [
  {
    path: 'devices',
    lazy: async () => ({ Component: (await import('./devices-page.tsx')).DevicesPage }),
  },
]
