import { isUuid } from '@latchkey/identity'
import { noteLogExport } from '@latchkey/identity/administer'
import type { LogFormat, LogName } from '../../log-export/log-ask.ts'
import { logShapes, logSource } from '../../log-export/log-source.ts'
import { readLogTail } from '../../log-export/read-log-tail.ts'
import { settleMilliseconds } from '../../log-export/settle.ts'
import { by } from '../attribution.ts'
import { collection, entity } from '../graph-answer.ts'
import { nextLink, pageSizeOf, readPlace } from '../graph-page.ts'
import { GraphRefusal } from '../graph-refusal.ts'
import type { GraphAnswer, GraphCall, GraphPermissions, GraphRoute } from '../graph-route.ts'
import { ifGiven } from '../if-given.ts'
import { keyOf, resourceMissing } from '../key-of.ts'
import { requireOwnSite } from '../require-own-site.ts'

const permissions: GraphPermissions = {
  delegated: ['AuditLog.Read.All'],
  application: ['AuditLog.Read.All'],
}

/** So many exports at once: each is a thread. */
const mostExports = 3

/**
 * The logs with everything that stands in them, what Graph has no place for included; as they grow; and whole. Ours: Graph
 * has no such thing.
 */
export const latchkeyLogRoutes: readonly GraphRoute[] = (['signIns', 'audit'] as const).flatMap(routesOf)

function routesOf(log: LogName): readonly GraphRoute[] {
  const root = `/latchkey/logs/${log}`
  const resource = logShapes[log]
  return [
    {
      method: 'GET',
      path: root,
      permissions,
      act: 'read logs',
      resource,
      query: ['$select', '$filter', '$orderby', '$top', '$skiptoken'],
      handle: (call) => listEntries(call, log),
    },
    {
      method: 'GET',
      path: `${root}/tail`,
      permissions,
      act: 'read logs',
      resource,
      query: ['$filter'],
      handle: (call) => readTail(call, log),
    },
    {
      method: 'GET',
      path: `${root}/export`,
      permissions,
      act: 'read logs',
      resource,
      query: ['$filter'],
      handle: (call) => exportEntries(call, log),
    },
    {
      method: 'GET',
      path: `${root}/{entry}`,
      permissions,
      act: 'read logs',
      resource,
      handle: (call) => findEntry(call, log),
    },
  ]
}

async function listEntries(call: GraphCall, log: LogName): Promise<GraphAnswer> {
  const { filter, orderBy } = call.query
  if (orderBy?.[0]?.descending === false) {
    const message = "The log is given newest first: '$orderby=createdDateTime asc' is not supported here."
    throw new GraphRefusal('Request_UnsupportedQuery', message)
  }
  const ask = {
    tenantId: call.tenant.tenantId,
    log,
    limit: pageSizeOf(call),
    ...ifGiven('filter', filter),
  }
  const { entries, next, lookedBackTo } = await call.deps.logs.readPage(ask, await readPlace(call))
  const answer = collection(call, `latchkey/logs/${log}`, entries, {
    nextLink: next === undefined ? undefined : nextLink(call, next),
  })
  if (lookedBackTo === undefined) return answer
  return withMember(answer, '@latchkey.lookedBackTo', lookedBackTo)
}

async function readTail(call: GraphCall, log: LogName): Promise<GraphAnswer> {
  const after = call.query.all.get('after')
  if (after !== undefined && !isUuid(after)) {
    throw new GraphRefusal('BadRequest', "'after' is to be what the answer before said.")
  }
  const { deps, tenant, query } = call
  const ask = { tenantId: tenant.tenantId, log, ...ifGiven('filter', query.filter) }
  const tail = await readLogTail(toolsOf(call), ask, {
    ...ifGiven('after', after),
    settleMilliseconds: settleMilliseconds(deps.config.database),
  })
  const answer = collection(call, `latchkey/logs/${log}/tail`, tail.entries)
  return withMember(answer, '@latchkey.after', tail.after)
}

async function findEntry(call: GraphCall, log: LogName): Promise<GraphAnswer> {
  const key = keyOf(call, 'entry')
  const id = key.toLowerCase()
  const { tenantId } = call.tenant
  const found = isUuid(id) ? await logSource(toolsOf(call), { tenantId, log }).read(1, justAfter(id)) : []
  const [entry] = found
  if (entry?.id !== id) throw resourceMissing(key)
  return entity(call, `latchkey/logs/${log}/$entity`, entry.shown)
}

async function exportEntries(call: GraphCall, log: LogName): Promise<GraphAnswer> {
  requireOwnSite(call)
  const format = readFormat(call.query.all.get('format') ?? 'csv')
  const { deps, tenant, query } = call
  if (deps.logs.exporting >= mostExports) {
    throw new GraphRefusal('tooManyRequests', 'Other exports are under way. Try again when one has ended.', {
      headers: { 'retry-after': '30' },
    })
  }
  await noteLogExport(deps, { ...by(call), log, format, filter: query.all.get('$filter') ?? '' })
  const day = deps.now().toISOString().slice(0, 10)
  const name = `${log === 'signIns' ? 'sign-ins' : 'audit'}-${day}.${format}`
  return {
    status: 200,
    headers: {
      'content-disposition': `attachment; filename="${name}"`,
      'cross-origin-resource-policy': 'same-origin',
    },
    stream: {
      type: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl; charset=utf-8',
      open: () =>
        deps.logs.openExport({ tenantId: tenant.tenantId, log, format, ...ifGiven('filter', query.filter) }),
    },
  }
}

function readFormat(text: string): LogFormat {
  if (text === 'csv' || text === 'jsonl') return text
  throw new GraphRefusal('BadRequest', "'format' is 'csv' or 'jsonl'.")
}

function toolsOf({ deps }: GraphCall) {
  return { shelves: deps.stores, countryOf: deps.countryOf, now: deps.now }
}

/** The id after this one: reading before it begins with this one. */
function justAfter(id: string): string {
  return `${id}~`
}

function withMember(answer: GraphAnswer, name: string, value: string): GraphAnswer {
  const { body } = answer
  return typeof body === 'object' ? { ...answer, body: { ...body, [name]: value } } : answer
}
