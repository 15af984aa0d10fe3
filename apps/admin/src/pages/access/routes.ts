import type { RouteObject } from 'react-router'

/** The pages about Conditional Access. */
export const accessRoutes: readonly RouteObject[] = [
  { path: 'access', lazy: async () => ({ Component: (await import('./access-page.tsx')).AccessPage }) },
  {
    path: 'access/new',
    lazy: async () => ({ Component: (await import('./policy-page.tsx')).NewPolicyPage }),
  },
  {
    path: 'access/:policyId',
    lazy: async () => ({ Component: (await import('./policy-page.tsx')).PolicyPage }),
  },
]
