import type { RouteObject } from 'react-router'

/** The pages about people. */
export const peopleRoutes: readonly RouteObject[] = [
  { path: 'people', lazy: async () => ({ Component: (await import('./people-page.tsx')).PeoplePage }) },
  {
    path: 'people/new',
    lazy: async () => ({ Component: (await import('./new-person-page.tsx')).NewPersonPage }),
  },
  {
    path: 'people/import',
    lazy: async () => ({ Component: (await import('./import-page.tsx')).ImportPage }),
  },
  {
    path: 'people/import/:importId',
    lazy: async () => ({ Component: (await import('./import-page.tsx')).ImportPage }),
  },
  {
    path: 'people/:userId',
    lazy: async () => ({ Component: (await import('./person-page.tsx')).PersonPage }),
  },
]
