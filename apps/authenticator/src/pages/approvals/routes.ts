import type { RouteObject } from 'react-router'

export const approvalRoutes: readonly RouteObject[] = [
  {
    path: 'approvals',
    lazy: async () => ({ Component: (await import('./approvals-page.tsx')).ApprovalsPage }),
  },
]
