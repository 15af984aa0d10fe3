import type { RouteObject } from 'react-router'

/** Asking for a passkey on the way through sign-in. */
export const nudgeRoutes: readonly RouteObject[] = [
  {
    path: 'rollout/nudge',
    lazy: async () => ({ Component: (await import('./nudge-page.tsx')).NudgePage }),
  },
]
