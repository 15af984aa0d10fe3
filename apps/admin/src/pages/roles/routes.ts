import type { RouteObject } from 'react-router'

/** The pages about roles. */
export const rolesRoutes: readonly RouteObject[] = [
  { path: 'roles', lazy: async () => ({ Component: (await import('./roles-page.tsx')).RolesPage }) },
  { path: 'roles/:role', lazy: async () => ({ Component: (await import('./roles-page.tsx')).RolesPage }) },
]
