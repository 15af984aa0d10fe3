import { NotFoundPage } from '@latchkey/front'
import type { RouteObject } from 'react-router'
import { Layout } from './layout.tsx'
import { accessRoutes } from './pages/access/routes.ts'
import { appsRoutes } from './pages/apps/routes.ts'
import { brandingRoutes } from './pages/branding/routes.ts'
import { breakGlassRoutes } from './pages/break-glass/routes.ts'
import { devicesRoutes } from './pages/devices/routes.ts'
import { domainsRoutes } from './pages/domains/routes.ts'
import { groupsRoutes } from './pages/groups/routes.ts'
import { historyRoutes } from './pages/history/routes.ts'
import { homeRoutes } from './pages/home/routes.ts'
import { locationsRoutes } from './pages/locations/routes.ts'
import { logStreamsRoutes } from './pages/log-streams/routes.ts'
import { logsRoutes } from './pages/logs/routes.ts'
import { methodsRoutes } from './pages/methods/routes.ts'
import { modelsRoutes } from './pages/models/routes.ts'
import { peopleRoutes } from './pages/people/routes.ts'
import { requestsRoutes } from './pages/requests/routes.ts'
import { rolesRoutes } from './pages/roles/routes.ts'
import { settingsRoutes } from './pages/settings/routes.ts'
import { strengthsRoutes } from './pages/strengths/routes.ts'
import { termsRoutes } from './pages/terms/routes.ts'
import { whatIfRoutes } from './pages/what-if/routes.ts'

/** Every address of the admin centre. Pages are loaded when somebody goes there. */
export const routes: readonly RouteObject[] = [
  {
    Component: Layout,
    children: [
      ...homeRoutes,
      ...peopleRoutes,
      ...requestsRoutes,
      ...groupsRoutes,
      ...rolesRoutes,
      ...devicesRoutes,
      ...methodsRoutes,
      ...modelsRoutes,
      ...strengthsRoutes,
      ...accessRoutes,
      ...locationsRoutes,
      ...termsRoutes,
      ...whatIfRoutes,
      ...historyRoutes,
      ...appsRoutes,
      ...domainsRoutes,
      ...brandingRoutes,
      ...breakGlassRoutes,
      ...settingsRoutes,
      ...logsRoutes,
      ...logStreamsRoutes,
      { path: '*', Component: NotFoundPage },
    ],
  },
]
