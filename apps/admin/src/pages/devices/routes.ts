import type { RouteObject } from 'react-router'

/** The pages about devices. */
export const devicesRoutes: readonly RouteObject[] = [
  { path: 'devices', lazy: async () => ({ Component: (await import('./devices-page.tsx')).DevicesPage }) },
]
