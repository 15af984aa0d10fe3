import type { RouteObject } from 'react-router'

/** People who cannot sign in asked for a pass: the queue, and one of them. */
export const requestsRoutes: readonly RouteObject[] = [
  {
    path: 'requests',
    lazy: async () => ({ Component: (await import('./requests-page.tsx')).RequestsPage }),
  },
  {
    path: 'requests/:requestId',
    lazy: async () => ({ Component: (await import('./request-page.tsx')).RequestPage }),
  },
]
