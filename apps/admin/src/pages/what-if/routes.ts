import type { RouteObject } from 'react-router'

/** The page about what would happen at a sign-in. */
export const whatIfRoutes: readonly RouteObject[] = [
  { path: 'what-if', lazy: async () => ({ Component: (await import('./what-if-page.tsx')).WhatIfPage }) },
]
