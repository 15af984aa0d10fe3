import type { RouteObject } from 'react-router'

/** The pages about terms of use. */
export const termsRoutes: readonly RouteObject[] = [
  { path: 'terms', lazy: async () => ({ Component: (await import('./terms-page.tsx')).TermsPage }) },
  { path: 'terms/new', lazy: async () => ({ Component: (await import('./terms-editor.tsx')).NewTermsPage }) },
  {
    path: 'terms/:termsId',
    lazy: async () => ({ Component: (await import('./terms-editor.tsx')).OneTermsPage }),
  },
]
