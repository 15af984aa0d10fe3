import { findHelpEntry, listHelpOfDevice, oftenAskedFor, searchHelp } from '@latchkey/words/help'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RecentProblems } from '../http/recent-problems.ts'
import { askLimit } from '../oidc/ask-limit.ts'
import { requestWords } from '../page/request-words.ts'
import type { ServerDeps } from '../server-deps.ts'
import { findCodeOf } from './find-code-of.ts'
import { openHelpLibrary } from './help-library.ts'
import { readHelpVisit } from './help-visit.ts'
import { showEntry } from './pages/entry-page.ts'
import { showSearch } from './pages/search-page.ts'

/** What answers under `/help`. */
export interface HelpDesk {
  /** The page to search from: what is asked for often, what is about a device, what fits, or the entry of a reference. */
  search(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>
  /** The entry of a code. */
  tell(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>
}

/** So many fit on a page; whoever needs more searches for something else. */
const mostFound = 8

const Params = z.object({ code: z.string().max(100) })

export function openHelpDesk(deps: ServerDeps, recent: RecentProblems): HelpDesk {
  const limit = askLimit(deps.now)
  const library = openHelpLibrary()

  return {
    async search(request, reply) {
      const visit = await readHelpVisit(deps, request)
      const { text, device, reference, tenant } = visit
      const said = requestWords(request)
      const catalogue = await library.catalogueFor(said)
      if (reference !== undefined) {
        limit.count('helpReference', request.visitor.ipAddress)
        const code = await findCodeOf(deps, recent, { correlationId: reference, tenant })
        const entry = code === undefined ? undefined : findHelpEntry(catalogue, code)
        return entry === undefined
          ? await showSearch(reply, { visit, catalogue, kind: 'unknownReference', entries: [] })
          : await showEntry(reply, { visit, catalogue, entry })
      }
      if (text === '') {
        const entries = device === undefined ? oftenAskedFor(catalogue) : listHelpOfDevice(catalogue, device)
        return await showSearch(reply, { visit, catalogue, kind: 'list', entries })
      }
      limit.count('helpSearch', request.visitor.ipAddress)
      const hits = searchHelp(await library.indexesFor(said), { text, device, limit: mostFound })
      const entries = hits.flatMap(({ code }) => findHelpEntry(catalogue, code) ?? [])
      return await showSearch(reply, { visit, catalogue, kind: 'found', entries })
    },
    async tell(request, reply) {
      const visit = await readHelpVisit(deps, request)
      const catalogue = await library.catalogueFor(requestWords(request))
      const code = Params.safeParse(request.params).data?.code ?? ''
      const entry = findHelpEntry(catalogue, code)
      return entry === undefined
        ? await showSearch(reply, { visit, catalogue, kind: 'noEntry', entries: [] })
        : await showEntry(reply, { visit, catalogue, entry })
    },
  }
}
