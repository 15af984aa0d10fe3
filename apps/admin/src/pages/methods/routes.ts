import type { RouteObject } from 'react-router'

/** The pages about ways to sign in. */
export const methodsRoutes: readonly RouteObject[] = [
  {
    path: 'methods',
    lazy: async () => ({ Component: (await import('./methods-page.tsx')).MethodsPage }),
  },
  {
    path: 'methods/passkeys',
    lazy: async () => ({ Component: (await import('./passkeys-page.tsx')).PasskeysPage }),
  },
  {
    path: 'methods/passkeys/systems',
    lazy: async () => ({ Component: (await import('./systems-page.tsx')).SystemsPage }),
  },
  {
    path: 'methods/passkeys/profiles/new',
    lazy: async () => ({ Component: (await import('./profile-page.tsx')).ProfilePage }),
  },
  {
    path: 'methods/passkeys/profiles/:profileId',
    lazy: async () => ({ Component: (await import('./profile-page.tsx')).ProfilePage }),
  },
  {
    path: 'methods/passes',
    lazy: async () => ({ Component: (await import('./passes-page.tsx')).PassesPage }),
  },
  {
    path: 'methods/codes',
    lazy: async () => ({ Component: (await import('./codes-page.tsx')).CodesPage }),
  },
  {
    path: 'methods/push',
    lazy: async () => ({ Component: (await import('./approvals-page.tsx')).ApprovalsPage }),
  },
  {
    path: 'methods/providers',
    lazy: async () => ({ Component: (await import('./providers-page.tsx')).ProvidersPage }),
  },
  {
    path: 'methods/providers/new',
    lazy: async () => ({ Component: (await import('./provider-page.tsx')).ProviderPage }),
  },
  {
    path: 'methods/providers/:providerId',
    lazy: async () => ({ Component: (await import('./provider-page.tsx')).ProviderPage }),
  },
]
