import type { RouteObject } from 'react-router'

/** The pages about the history of the rules. */
export const historyRoutes: readonly RouteObject[] = [
  { path: 'history', lazy: async () => ({ Component: (await import('./history-page.tsx')).HistoryPage }) },
  {
    path: 'history/import',
    lazy: async () => ({ Component: (await import('./import-page.tsx')).ImportPage }),
  },
]
