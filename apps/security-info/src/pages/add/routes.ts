import type { RouteObject } from 'react-router'

/** What can be added, and the wizards that lead to a passkey. */
export const addRoutes: readonly RouteObject[] = [
  { path: 'add', lazy: async () => ({ Component: (await import('./add-page.tsx')).AddPage }) },
  {
    path: 'add/passkey',
    lazy: async () => ({ Component: (await import('./add-passkey-page.tsx')).AddPasskeyPage }),
  },
  {
    path: 'add/passkey/:kind',
    lazy: async () => ({ Component: (await import('./wizard-page.tsx')).PasskeyWizardPage }),
  },
  {
    path: 'add/app/:provider',
    lazy: async () => ({ Component: (await import('./wizard-page.tsx')).ProviderWizardPage }),
  },
]
