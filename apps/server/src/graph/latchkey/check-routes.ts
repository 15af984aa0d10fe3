import { type ImportProposal, namePeople, proposeImport, toForecast } from '@latchkey/identity/administer'
import { type Standing, standings } from '@latchkey/policy'
import { recallFindings } from '../../lock-out/recall-findings.ts'
import { by } from '../attribution.ts'
import { collection, entity } from '../graph-answer.ts'
import { nextLink, pageSizeOf, readPlace } from '../graph-page.ts'
import { GraphRefusal } from '../graph-refusal.ts'
import type { GraphCall, GraphRoute } from '../graph-route.ts'
import { toAffected, toAffectedPerson } from '../policies/affected-people.ts'
import type { GraphObject } from '../resource-shape.ts'
import { isGraphObject } from '../resource-shape.ts'
import { readImport } from './import-routes.ts'
import { proposeRequest } from './propose-request.ts'
import { anyRulePermission } from './require-rule-permissions.ts'
import { toRuleChange } from './rule-change.ts'

const asking = {
  method: 'POST',
  onlyAsks: true,
  permissions: { delegated: anyRulePermission, application: anyRulePermission },
  act: 'read rules',
} as const

/**
 * What a change of rules would do, before it is made. The change is an export that would be taken over, or a request
 * that would be sent: `{ request: { method, url, body } }`. Ours: Graph has no such thing.
 */
export const checkRoutes: readonly GraphRoute[] = [
  {
    ...asking,
    path: '/latchkey/rules/check',
    async handle(call) {
      const { proposal, strangers, leftOut } = await propose(call)
      const forecast =
        proposal &&
        (await toForecast(call.deps, proposal, await recallFindings(call.deps, proposal, call.body)))
      return entity(call, 'latchkey.rulesForecast', {
        ...(forecast === undefined ? nothing : shown(forecast)),
        strangers,
        leftOut,
      })
    },
  },
  {
    ...asking,
    path: '/latchkey/rules/check/people',
    query: ['$top', '$skiptoken', '$count'],
    /** Everybody who would be worse off, by id; `?standing=canEnrol` takes those who come to stand there. */
    async handle(call) {
      const standing = readStanding(call)
      const after = (await readPlace(call)) ?? ''
      const { proposal } = await propose(call)
      const { worse } =
        proposal === undefined ? { worse: [] } : await recallFindings(call.deps, proposal, call.body)
      const all = standing === undefined ? worse : worse.filter((each) => each.after === standing)
      const rest = all.filter(({ userId }) => userId > after)
      const page = rest.slice(0, pageSizeOf(call))
      const last = page.at(-1)
      const named = await namePeople(call.deps.stores, call.tenant.tenantId, page)
      return collection(call, 'Collection(latchkey.affectedPerson)', named.map(toAffectedPerson), {
        nextLink: last && rest.length > page.length ? nextLink(call, last.userId) : undefined,
        count: call.query.count ? all.length : undefined,
      })
    },
  },
]

async function propose(call: GraphCall): Promise<ImportProposal> {
  if (isGraphObject(call.body) && 'request' in call.body) {
    return { proposal: await proposeRequest(call), strangers: [], leftOut: [] }
  }
  return await proposeImport(call.deps, by(call), readImport(call))
}

function readStanding({ query }: GraphCall): Standing | undefined {
  const written = query.all.get('standing')
  if (written === undefined) return undefined
  const found = standings.find((each) => each === written)
  if (found !== undefined) return found
  throw new GraphRefusal('badRequest', `'standing' is one of ${standings.join(', ')}.`)
}

const nobody = { satisfied: 0, canEnrol: 0, needsHelpDesk: 0, blocked: 0 }

const nothing: GraphObject = {
  changed: [],
  counts: nobody,
  everybody: nobody,
  ...toAffected({ total: 0, acknowledgement: '', people: [] }),
  lastAdministratorLost: false,
  loops: [],
}

function shown(forecast: Awaited<ReturnType<typeof toForecast>>): GraphObject {
  const { changed, counts, everybody, affected, lastAdministratorLost, loops } = forecast
  return {
    changed: changed.map(toRuleChange),
    counts,
    everybody,
    ...toAffected(affected),
    lastAdministratorLost,
    loops,
  }
}
