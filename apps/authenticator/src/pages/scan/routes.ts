import type { RouteObject } from 'react-router'

export const scanRoutes: readonly RouteObject[] = [
  { path: 'scan', lazy: async () => ({ Component: (await import('./scan-page.tsx')).ScanPage }) },
]
