import type { RouteObject } from 'react-router'

/** The pages about groups. */
export const groupsRoutes: readonly RouteObject[] = [
  { path: 'groups', lazy: async () => ({ Component: (await import('./groups-page.tsx')).GroupsPage }) },
  {
    path: 'groups/:groupId',
    lazy: async () => ({ Component: (await import('./group-page.tsx')).GroupPage }),
  },
]
