import type { RouteObject } from 'react-router'

/** Changing one's password. */
export const passwordRoutes: readonly RouteObject[] = [
  {
    path: 'password',
    lazy: async () => ({ Component: (await import('./password-page.tsx')).PasswordPage }),
  },
]
