import type { RouteObject } from 'react-router'

export const addingRoutes: readonly RouteObject[] = [
  { path: 'add', lazy: async () => ({ Component: (await import('./add-page.tsx')).AddPage }) },
  { path: 'adding', lazy: async () => ({ Component: (await import('./adding-page.tsx')).AddingPage }) },
]
