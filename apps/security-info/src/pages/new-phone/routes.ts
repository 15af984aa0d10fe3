import type { RouteObject } from 'react-router'

/** A new phone. */
export const newPhoneRoutes: readonly RouteObject[] = [
  {
    path: 'new-phone',
    lazy: async () => ({ Component: (await import('./new-phone-page.tsx')).NewPhonePage }),
  },
]
