import type { ServerPlugin } from '../server-deps.ts'
import type { HelpDesk } from './open-help-desk.ts'

/**
 * Help with messages: `/help` to search, `/help/<code>` for an entry. Public, without script, and the same for everybody.
 * Words and pages are loaded when the first person comes.
 */
export const helpRoutes: ServerPlugin = async (app, { deps }) => {
  let opened: Promise<HelpDesk> | undefined
  const open = () => {
    opened ??= import('./open-help-desk.ts').then(({ openHelpDesk }) =>
      openHelpDesk(deps, app.recentProblems),
    )
    return opened
  }
  app.get('/help', async (request, reply) => await (await open()).search(request, reply))
  app.get('/help/:code', async (request, reply) => await (await open()).tell(request, reply))
}
