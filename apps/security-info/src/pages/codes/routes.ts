import type { RouteObject } from 'react-router'

/** Adding an authenticator app for one-time codes. */
export const codesRoutes: readonly RouteObject[] = [
  {
    path: 'add/codes',
    lazy: async () => ({ Component: (await import('./add-codes-page.tsx')).AddCodesPage }),
  },
]
