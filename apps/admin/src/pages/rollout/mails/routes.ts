import type { RouteObject } from 'react-router'

/** The page about the mails of the rollout. */
export const rolloutMailsRoutes: readonly RouteObject[] = [
  { path: 'rollout/mails', lazy: async () => ({ Component: (await import('./mails-page.tsx')).MailsPage }) },
]
