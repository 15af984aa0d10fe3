import type { RouteObject } from 'react-router'

export const accountsRoutes: readonly RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./accounts-page.tsx')).AccountsPage }) },
  {
    path: 'accounts/:id',
    lazy: async () => ({ Component: (await import('./account-page.tsx')).AccountPage }),
  },
]
