import type { RouteObject } from 'react-router'

/** Who signed in or tried to, and who changed what. */
export const logsRoutes: readonly RouteObject[] = [
  { path: 'sign-ins', lazy: async () => ({ Component: (await import('./sign-ins-page.tsx')).SignInsPage }) },
  {
    path: 'sign-ins/:id',
    lazy: async () => ({ Component: (await import('./sign-in-page.tsx')).SignInPage }),
  },
  { path: 'audits', lazy: async () => ({ Component: (await import('./audits-page.tsx')).AuditsPage }) },
  { path: 'audits/:id', lazy: async () => ({ Component: (await import('./audit-page.tsx')).AuditPage }) },
]
