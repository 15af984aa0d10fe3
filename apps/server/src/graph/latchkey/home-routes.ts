import { firstHomeDay, type HomeSummary } from '@latchkey/identity'
import { freshSummary } from '../../log-export/fresh-summary.ts'
import { entity } from '../graph-answer.ts'
import type { GraphCall, GraphPermissions, GraphRoute } from '../graph-route.ts'
import { toGraphTime } from '../graph-time.ts'
import type { GraphObject } from '../resource-shape.ts'
import { listAttention, maySee } from './home-attention.ts'

const names = ['AuditLog.Read.All']
const permissions: GraphPermissions = { delegated: names, application: names }

/** What an administrator should look at, and how things go. Ours: Graph has no such thing. */
export const homeRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/latchkey/home',
    permissions,
    act: 'open the first page',
    query: [],
    async handle(call) {
      const summary = await freshSummary(call.deps, call.tenant.tenantId)
      return entity(call, 'latchkey.home', {
        countedDateTime: toGraphTime(summary.at),
        attention: await listAttention(call, summary),
        ...(maySee(call, 'read reports') ? await numbersOf(call, summary) : { people: null, days: [] }),
      })
    },
  },
]

async function numbersOf({ deps, tenant }: GraphCall, { people }: HomeSummary): Promise<GraphObject> {
  const days = await deps.stores.home.listDays(tenant.tenantId, firstHomeDay(deps.now()))
  return { people, days }
}
