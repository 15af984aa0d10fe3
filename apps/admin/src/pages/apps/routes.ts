import type { RouteObject } from 'react-router'

/** The pages about apps. */
export const appsRoutes: readonly RouteObject[] = [
  { path: 'apps', lazy: async () => ({ Component: (await import('./apps-page.tsx')).AppsPage }) },
  {
    path: 'apps/register',
    lazy: async () => ({ Component: (await import('./register-page.tsx')).RegisterPage }),
  },
  { path: 'apps/:appId', lazy: async () => ({ Component: (await import('./app-page.tsx')).AppPage }) },
]
