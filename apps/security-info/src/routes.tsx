import { NotFoundPage } from '@latchkey/front'
import type { RouteObject } from 'react-router'
import { Layout } from './layout.tsx'
import { activityRoutes } from './pages/activity/routes.ts'
import { addRoutes } from './pages/add/routes.ts'
import { appsRoutes } from './pages/apps/routes.ts'
import { codesRoutes } from './pages/codes/routes.ts'
import { devicesRoutes } from './pages/devices/routes.ts'
import { methodsRoutes } from './pages/methods/routes.ts'
import { newPhoneRoutes } from './pages/new-phone/routes.ts'
import { passkeyRoutes } from './pages/passkey/routes.ts'
import { passwordRoutes } from './pages/password/routes.ts'
import { sessionsRoutes } from './pages/sessions/routes.ts'

/** Every address of Security info. Pages are loaded when somebody goes there. */
export const routes: readonly RouteObject[] = [
  {
    Component: Layout,
    children: [
      ...methodsRoutes,
      ...addRoutes,
      ...passkeyRoutes,
      ...codesRoutes,
      ...passwordRoutes,
      ...activityRoutes,
      ...sessionsRoutes,
      ...devicesRoutes,
      ...appsRoutes,
      ...newPhoneRoutes,
      { path: '*', Component: NotFoundPage },
    ],
  },
]
