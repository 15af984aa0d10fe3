import type { RouteObject } from 'react-router'

/** The page about how the organisation's pages look. */
export const brandingRoutes: readonly RouteObject[] = [
  { path: 'branding', lazy: async () => ({ Component: (await import('./branding-page.tsx')).BrandingPage }) },
]
