import type { RouteObject } from 'react-router'

export const codesRoutes: readonly RouteObject[] = [
  {
    path: 'codes/add',
    lazy: async () => ({ Component: (await import('./add-codes-page.tsx')).AddCodesPage }),
  },
  { path: 'codes/:id', lazy: async () => ({ Component: (await import('./codes-page.tsx')).CodesPage }) },
]
