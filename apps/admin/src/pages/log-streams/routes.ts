import type { RouteObject } from 'react-router'

/** Where the logs are sent. */
export const logStreamsRoutes: readonly RouteObject[] = [
  {
    path: 'log-streams',
    lazy: async () => ({ Component: (await import('./log-streams-page.tsx')).LogStreamsPage }),
  },
]
