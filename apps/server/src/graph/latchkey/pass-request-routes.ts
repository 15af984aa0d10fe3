import { approvePassRequest, type PassRequest, refusePassRequest } from '@latchkey/identity'
import { changePassRequestSettings, passRequestChecks } from '@latchkey/identity/administer'
import { z } from 'zod'
import { by } from '../attribution.ts'
import { collection, entity, noContent } from '../graph-answer.ts'
import { nextLink, pageSizeOf, readPlace } from '../graph-page.ts'
import { GraphRefusal } from '../graph-refusal.ts'
import type { GraphAnswer, GraphCall, GraphPermissions, GraphRoute } from '../graph-route.ts'
import { ifGiven } from '../if-given.ts'
import { keyOf, resourceMissing } from '../key-of.ts'
import { toPassMethod } from '../methods/authentication-method.ts'
import type { ODataFilter } from '../odata-filter.ts'
import { graphBoolean, graphDate, readGraphBody } from '../read-graph-body.ts'
import type { GraphObject } from '../resource-shape.ts'
import { toPassRequests } from './pass-request.ts'
import { readContext } from './pass-request-context.ts'

const Approval = z.strictObject({
  checks: z.array(z.enum(passRequestChecks)).min(1).max(passRequestChecks.length),
  note: z.string().max(500).optional(),
  lifetimeInMinutes: z.int().min(1).max(100_000).nullable().optional(),
  startDateTime: graphDate.nullable().optional(),
  isUsableOnce: graphBoolean.nullable().optional(),
  delivery: z.enum(['tell', 'mail']).default('tell'),
})

const Refusal = z.strictObject({ reason: z.string().max(500) })

const Settings = z.strictObject({
  open: graphBoolean.optional(),
  approval: z.enum(['one', 'two', 'manager']).optional(),
  delayInMinutes: z.int().optional(),
  waitInDays: z.int().optional(),
  guardedMailDomains: z.array(z.string().max(253)).max(100).optional(),
})

const states = ['open', 'approved', 'refused', 'stopped', 'expired'] as const

const writers = ['UserAuthMethod-TAP.ReadWrite.All', 'UserAuthenticationMethod.ReadWrite.All']
const readers = ['UserAuthMethod-TAP.Read.All', 'UserAuthenticationMethod.Read.All', ...writers]
const read: GraphPermissions = { delegated: readers, application: readers }
const write: GraphPermissions = { delegated: writers, application: writers }
const organisation = ['Organization.ReadWrite.All', 'Directory.ReadWrite.All']

const place = '/latchkey/passRequests'

/** People who cannot sign in asked for a pass: the queue of the help desk. Ours: Graph has no such thing. */
export const passRequestRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: place,
    permissions: read,
    act: 'read methods',
    query: ['$top', '$skiptoken', '$filter'],
    handle: listRequests,
  },
  {
    method: 'GET',
    path: `${place}/{passRequest}`,
    permissions: read,
    act: 'read methods',
    query: [],
    async handle(call) {
      const [shown] = await toPassRequests(call, [await getRequest(call)])
      return entity(call, 'latchkey.passRequest', shown ?? {})
    },
  },
  {
    method: 'GET',
    path: `${place}/{passRequest}/context`,
    permissions: read,
    act: 'issue a pass',
    query: [],
    async handle(call) {
      const request = await getRequest(call)
      const person = await call.deps.stores.people.find(call.tenant.tenantId, request.userId)
      if (person === undefined) throw resourceMissing(request.userId)
      return entity(call, 'latchkey.passRequestContext', await readContext(call, request, person))
    },
  },
  {
    method: 'POST',
    path: `${place}/{passRequest}/approve`,
    permissions: write,
    act: 'issue a pass',
    handle: approve,
  },
  {
    method: 'POST',
    path: `${place}/{passRequest}/refuse`,
    permissions: write,
    act: 'issue a pass',
    async handle(call) {
      const { reason } = readGraphBody(Refusal, call.body)
      const { requestId } = await getRequest(call)
      await refusePassRequest(call.deps, { ...by(call), requestId, reason })
      return noContent
    },
  },
  {
    method: 'GET',
    path: '/latchkey/passRequestSettings',
    permissions: read,
    act: 'read methods',
    query: [],
    handle: async (call) => showSettings(call, call.tenant.settings.passRequests),
  },
  {
    method: 'PATCH',
    path: '/latchkey/passRequestSettings',
    permissions: { delegated: organisation, application: organisation },
    act: 'change the organisation',
    async handle(call) {
      const { delayInMinutes, waitInDays, ...rest } = readGraphBody(Settings, call.body)
      const settings = await changePassRequestSettings(call.deps, {
        ...by(call),
        change: {
          ...ifGiven('open', rest.open),
          ...ifGiven('approval', rest.approval),
          ...ifGiven('guardedMailDomains', rest.guardedMailDomains),
          ...ifGiven('delayMinutes', delayInMinutes),
          ...ifGiven('waitDays', waitInDays),
        },
      })
      return showSettings(call, settings)
    },
  },
]

async function listRequests(call: GraphCall): Promise<GraphAnswer> {
  const size = pageSizeOf(call, 50)
  const state = stateOf(call.query.filter)
  const before = await readPlace(call)
  const read = await call.deps.stores.passRequests.list(call.tenant.tenantId, {
    limit: size + 1,
    ...ifGiven('before', before),
    ...ifGiven('state', state),
  })
  const page = read.slice(0, size)
  const shown = await toPassRequests(call, page)
  // One that waited too long is marked when its person asks again; until then the clock says it.
  const value = state === undefined ? shown : shown.filter((each) => each['state'] === state)
  const last = page.at(-1)
  return collection(call, 'latchkey/passRequests', value, {
    nextLink: read.length > size && last ? nextLink(call, last.requestId) : undefined,
  })
}

/** @throws GraphRefusal for anything but `state eq '…'` */
function stateOf(filter: ODataFilter | undefined): PassRequest['state'] | undefined {
  if (filter === undefined) return undefined
  if (filter.kind === 'compare' && filter.operator === 'eq' && filter.property.toLowerCase() === 'state') {
    const found = states.find((state) => state === filter.value)
    if (found !== undefined) return found
  }
  throw new GraphRefusal('Request_UnsupportedQuery', `Only "state eq '…'" is supported in $filter here.`)
}

async function approve(call: GraphCall): Promise<GraphAnswer> {
  const asked = readGraphBody(Approval, call.body)
  const { requestId } = await getRequest(call)
  const approved = await approvePassRequest(call.deps, {
    ...by(call),
    requestId,
    checks: asked.checks,
    delivery: asked.delivery,
    ...ifGiven('note', asked.note),
    ...ifGiven('lifetimeMinutes', asked.lifetimeInMinutes),
    ...ifGiven('startsAt', asked.startDateTime),
    ...ifGiven('once', asked.isUsableOnce),
  })
  const [request] = await toPassRequests(call, [approved.request])
  const pass: GraphObject | null =
    approved.kind === 'waiting' ? null : toPassMethod(approved.record, call.deps.now(), approved.pass)
  return entity(call, 'latchkey.passRequestApproved', { request, pass })
}

async function getRequest(call: GraphCall): Promise<PassRequest> {
  const key = keyOf(call, 'passRequest')
  const found = await call.deps.stores.passRequests.find(call.tenant.tenantId, key.toLowerCase())
  if (found === undefined) throw resourceMissing(key)
  return found
}

function showSettings(
  call: GraphCall,
  { delayMinutes, waitDays, ...rest }: GraphCall['tenant']['settings']['passRequests'],
): GraphAnswer {
  return entity(call, 'latchkey.passRequestSettings', {
    ...rest,
    delayInMinutes: delayMinutes,
    waitInDays: waitDays,
  })
}
