import type { RouteObject } from 'react-router'

export const passkeysRoutes: readonly RouteObject[] = [
  {
    path: 'accounts/:id/passkey',
    lazy: async () => ({ Component: (await import('./create-passkey-page.tsx')).CreatePasskeyPage }),
  },
  {
    path: 'accounts/:id/own-key',
    lazy: async () => ({ Component: (await import('./own-key-page.tsx')).OwnKeyPage }),
  },
]
