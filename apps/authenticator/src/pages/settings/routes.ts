import type { RouteObject } from 'react-router'

export const settingsRoutes: readonly RouteObject[] = [
  { path: 'settings', lazy: async () => ({ Component: (await import('./settings-page.tsx')).SettingsPage }) },
  { path: 'about', lazy: async () => ({ Component: (await import('./about-page.tsx')).AboutPage }) },
]
