import type { RouteObject } from 'react-router'

/** The pages about strengths. */
export const strengthsRoutes: readonly RouteObject[] = [
  {
    path: 'strengths',
    lazy: async () => ({ Component: (await import('./strengths-page.tsx')).StrengthsPage }),
  },
  {
    path: 'strengths/new',
    lazy: async () => ({ Component: (await import('./strength-page.tsx')).StrengthPage }),
  },
  {
    path: 'strengths/:strengthId',
    lazy: async () => ({ Component: (await import('./strength-page.tsx')).StrengthPage }),
  },
]
