import type { RouteObject } from 'react-router'

/** The first page: the ways a person has to sign in. */
export const methodsRoutes: readonly RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./methods-page.tsx')).MethodsPage }) },
]
