import type { RouteObject } from 'react-router'

/** The page about the setup guide. */
export const rolloutGuideRoutes: readonly RouteObject[] = [
  { path: 'rollout/guide', lazy: async () => ({ Component: (await import('./guide-page.tsx')).GuidePage }) },
]
