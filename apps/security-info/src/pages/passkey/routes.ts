import type { RouteObject } from 'react-router'

/** One passkey. */
export const passkeyRoutes: readonly RouteObject[] = [
  {
    path: 'passkeys/:id',
    lazy: async () => ({ Component: (await import('./passkey-page.tsx')).PasskeyPage }),
  },
]
