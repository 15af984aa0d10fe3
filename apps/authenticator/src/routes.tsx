import { NotFoundPage } from '@latchkey/front'
import type { RouteObject } from 'react-router'
import { Layout } from './layout.tsx'
import { accountsRoutes } from './pages/accounts/routes.ts'
import { addingRoutes } from './pages/adding/routes.ts'
import { approvalRoutes } from './pages/approvals/routes.ts'
import { codesRoutes } from './pages/codes/routes.ts'
import { passkeysRoutes } from './pages/passkeys/routes.ts'
import { scanRoutes } from './pages/scan/routes.ts'
import { settingsRoutes } from './pages/settings/routes.ts'

/** Every address of the app. Pages are loaded when somebody goes there. */
export const routes: readonly RouteObject[] = [
  {
    Component: Layout,
    children: [
      ...accountsRoutes,
      ...addingRoutes,
      ...passkeysRoutes,
      ...codesRoutes,
      ...approvalRoutes,
      ...scanRoutes,
      ...settingsRoutes,
      { path: '*', Component: NotFoundPage },
    ],
  },
]
