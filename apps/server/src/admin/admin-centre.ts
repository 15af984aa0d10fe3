import { frontEndFolder } from '../front-ends/built-front-end.ts'
import { serveFrontEnd } from '../front-ends/serve-front-end.ts'
import type { ServerPlugin } from '../server-deps.ts'
import { enterAdmin } from './enter-admin.ts'

/** The admin centre, mounted at `/admin`: its document and its parts. What it shows it asks of the API, by cookie. */
export const adminCentre: ServerPlugin = async (app, { deps }) => {
  serveFrontEnd(app, deps, {
    mount: '/admin',
    folder: frontEndFolder('admin'),
    firstPages: {
      '/admin': { file: 'src/pages/home/home-page.tsx', asks: '/admin/api/v1.0/latchkey/home' },
      '/admin/people': { file: 'src/pages/people/people-page.tsx', asks: '/admin/api/v1.0/latchkey/people' },
    },
    titleOf: ({ said }) => said.admin.title,
    enter: (request, reply) => enterAdmin(deps, request, reply),
  })
}
