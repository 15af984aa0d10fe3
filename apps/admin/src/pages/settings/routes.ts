import type { RouteObject } from 'react-router'

/** The page about what the organisation decides beside its rules. */
export const settingsRoutes: readonly RouteObject[] = [
  { path: 'settings', lazy: async () => ({ Component: (await import('./settings-page.tsx')).SettingsPage }) },
]
