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
import { rolloutGuideRoutes } from './pages/rollout/guide/routes.ts'
import { rolloutMailsRoutes } from './pages/rollout/mails/routes.ts'
import { nudgeRoutes } from './pages/rollout/nudge/routes.ts'
import { rolloutOverviewRoutes } from './pages/rollout/overview/routes.ts'
import { pilotRoutes } from './pages/rollout/pilot/routes.ts'
import { preflightRoutes } from './pages/rollout/preflight/routes.ts'
import { rolloutWavesRoutes } from './pages/rollout/waves/routes.ts'
import { settingsRoutes } from './pages/settings/routes.ts'
import { strengthsRoutes } from './pages/strengths/routes.ts'
import { termsRoutes } from './pages/terms/routes.ts'
import { whatIfRoutes } from './pages/what-if/routes.ts'
import { withWords } from './with-words.ts'

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
      withWords(['signIn'], [...methodsRoutes, ...modelsRoutes, ...strengthsRoutes]),
      withWords(
        ['rules'],
        [...accessRoutes, ...locationsRoutes, ...termsRoutes, ...whatIfRoutes, ...historyRoutes],
      ),
      withWords(['rollout', 'records'], rolloutOverviewRoutes),
      withWords(['rollout', 'signIn'], nudgeRoutes),
      withWords(
        ['rollout'],
        [
          ...preflightRoutes,
          ...pilotRoutes,
          ...rolloutMailsRoutes,
          ...rolloutGuideRoutes,
          ...rolloutWavesRoutes,
        ],
      ),
      withWords(
        ['organisation'],
        [...appsRoutes, ...domainsRoutes, ...brandingRoutes, ...breakGlassRoutes, ...settingsRoutes],
      ),
      withWords(['records'], [...logsRoutes, ...logStreamsRoutes]),
      { path: '*', Component: NotFoundPage },
    ],
  },
]
