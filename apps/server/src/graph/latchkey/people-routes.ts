import { findApp, listSessions, type PeopleFilter, readSearchWords } from '@latchkey/identity'
import { endSessionOfPerson, explainRegistration, requireAgain } from '@latchkey/identity/administer'
import { z } from 'zod'
import { listTokenHolders } from '../../oidc/list-token-holders.ts'
import { by } from '../attribution.ts'
import { getUser } from '../directory/find-user.ts'
import { collection, entity, noContent } from '../graph-answer.ts'
import { nextLink, pageSizeOf, readPlace } from '../graph-page.ts'
import { GraphRefusal } from '../graph-refusal.ts'
import type { GraphAnswer, GraphCall, GraphPermissions, GraphRoute } from '../graph-route.ts'
import { toGraphTime } from '../graph-time.ts'
import { ifGiven } from '../if-given.ts'
import { keyOf, resourceMissing } from '../key-of.ts'
import { toPassMethod } from '../methods/authentication-method.ts'
import { graphBoolean, readGraphBody } from '../read-graph-body.ts'
import { showPerson } from './people-person.ts'
import { toPersonRow } from './people-row.ts'

const both = (names: readonly string[]): GraphPermissions => ({ delegated: names, application: names })

const readers = both(['UserAuthenticationMethod.Read.All', 'UserAuthenticationMethod.ReadWrite.All'])
const writers = both(['UserAuthenticationMethod.ReadWrite.All'])
const revokers = both(['User.RevokeSessions.All', 'User.ReadWrite.All', 'Directory.ReadWrite.All'])

const filters: readonly string[] = [
  'onlyPhishable',
  'nothing',
  'disabled',
  'administrators',
  'pass',
] satisfies readonly PeopleFilter[]

const RequireAgain = z.strictObject({
  lifetimeInMinutes: z.int().min(1).max(100_000).optional(),
  isUsableOnce: graphBoolean.optional(),
})

/** People as the admin centre needs them: found by what is typed, and with what each of them has. Ours: Graph has no such thing. */
export const peopleRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/latchkey/people',
    permissions: readers,
    act: 'read people',
    query: ['$search', '$top', '$skiptoken'],
    handle: listPeople,
  },
  {
    method: 'GET',
    path: '/latchkey/people/{user}',
    permissions: readers,
    act: 'read people',
    query: [],
    handle: async (call) => entity(call, 'latchkey.person', await showPerson(call, await getUser(call))),
  },
  {
    method: 'GET',
    path: '/latchkey/people/{user}/passkeys/{passkey}/explain',
    permissions: readers,
    act: 'read methods',
    query: [],
    handle: explainPasskey,
  },
  {
    method: 'GET',
    path: '/latchkey/people/{user}/sessions',
    permissions: revokers,
    act: 'read methods',
    query: [],
    async handle(call) {
      const { tenantId, userId } = await getUser(call)
      const sessions = await listSessions(call.deps, tenantId, userId)
      const own = call.caller.kind === 'delegated' ? call.caller.session.sessionId : undefined
      const ids = sessions.map(({ sessionId }) => sessionId)
      const holders = await listTokenHolders(call.deps, tenantId, ids)
      const now = call.deps.now()
      return collection(
        call,
        'latchkey.session',
        sessions.map((session) => ({
          id: session.sessionId,
          createdDateTime: toGraphTime(session.createdAt),
          lastSeenDateTime: toGraphTime(session.lastSeenAt),
          expiresDateTime: toGraphTime(session.expiresAt),
          ipAddress: session.ipAddress,
          userAgent: session.userAgent,
          methods: [...new Set(session.proofs.map(({ method }) => method))],
          fromDeviceCode: session.origin === 'deviceCode',
          isThisOne: session.sessionId === own,
          // It is over in the browser, and an app goes on by a token of it.
          isAppsOnly: session.expiresAt <= now,
          apps: (holders.get(session.sessionId) ?? []).map(({ clientId, displayName, lastUsedAt }) => ({
            appId: clientId,
            displayName,
            lastUsedDateTime: toGraphTime(lastUsedAt),
          })),
        })),
      )
    },
  },
  {
    method: 'GET',
    path: '/latchkey/people/{user}/signIns',
    permissions: readers,
    // Whoever helps somebody sees why they could not come in, though not the log of everybody.
    act: 'read methods',
    query: [],
    handle: listSignIns,
  },
  {
    method: 'DELETE',
    path: '/latchkey/people/{user}/sessions/{session}',
    permissions: revokers,
    act: 'end sessions',
    async handle(call) {
      const { userId } = await getUser(call)
      await endSessionOfPerson(call.deps, { ...by(call), userId, sessionId: keyOf(call, 'session') })
      return noContent
    },
  },
  {
    method: 'POST',
    path: '/latchkey/people/{user}/requireAgain',
    permissions: writers,
    act: 'remove a method',
    async handle(call) {
      const { userId } = await getUser(call)
      const { lifetimeInMinutes, isUsableOnce } = readGraphBody(RequireAgain, call.body ?? {})
      const { pass, record } = await requireAgain(call.deps, {
        ...by(call),
        userId,
        ...ifGiven('lifetimeMinutes', lifetimeInMinutes),
        ...ifGiven('once', isUsableOnce),
      })
      return entity(call, 'latchkey.pass', toPassMethod(record, call.deps.now(), pass))
    },
  },
]

/** How many of somebody's latest sign-ins are shown; the log has the rest. */
const shownSignIns = 25

async function listSignIns(call: GraphCall): Promise<GraphAnswer> {
  const { tenantId, userId } = await getUser(call)
  const records = await call.deps.stores.signIns.list(tenantId, { limit: shownSignIns, userId })
  const clientIds = [...new Set(records.flatMap(({ clientId }) => clientId ?? []))]
  const apps = await Promise.all(clientIds.map((clientId) => findApp(call.deps.stores, tenantId, clientId)))
  const names = new Map(apps.flatMap((app) => (app === undefined ? [] : [[app.clientId, app.displayName]])))
  return collection(
    call,
    'latchkey.signIn',
    records.map((record) => ({
      id: record.signInId,
      createdDateTime: toGraphTime(record.at),
      outcome: record.outcome,
      code: record.code === '' ? null : record.code,
      detail: record.detail ?? null,
      method: record.method ?? null,
      appDisplayName: names.get(record.clientId ?? '') ?? null,
      ipAddress: record.ipAddress,
      userAgent: record.userAgent,
      correlationId: record.correlationId,
    })),
  )
}

/** What a passkey proved when it was registered, and what each profile makes of it. */
async function explainPasskey(call: GraphCall): Promise<GraphAnswer> {
  const { tenantId, userId } = await getUser(call)
  const key = keyOf(call, 'passkey')
  const found = await call.deps.stores.credentials.find(
    tenantId,
    new Uint8Array(Buffer.from(key, 'base64url')),
  )
  if (found?.userId !== userId) throw resourceMissing(key)
  const { object, clientDataJson } = found.attestation
  if (object === undefined) return entity(call, 'latchkey.registrationExplanation', { kept: false })
  const explained = await explainRegistration(call.deps, {
    tenantId,
    attestationObject: object,
    ...ifGiven('clientDataJSON', clientDataJson),
  })
  return entity(call, 'latchkey.registrationExplanation', { kept: true, ...explained })
}

/** `$search="ann lee"`, `only=nothing`, `group={id}`; by user name, page after page. */
async function listPeople(call: GraphCall): Promise<GraphAnswer> {
  const { deps, tenant, query } = call
  const only = query.all.get('only')
  const page = await deps.stores.people.search(tenant.tenantId, {
    words: readSearchWords(query.search ?? ''),
    ...(only !== undefined && { filter: readFilter(only) }),
    ...ifGiven('groupId', query.all.get('group')?.toLowerCase()),
    ...ifGiven('after', await readPlace(call)),
    limit: pageSizeOf(call, 50),
    at: deps.now(),
  })
  return collection(call, 'latchkey/people', page.people.map(toPersonRow), {
    nextLink: page.after === undefined ? undefined : nextLink(call, page.after),
  })
}

function readFilter(only: string): PeopleFilter {
  if (isFilter(only)) return only
  throw new GraphRefusal('BadRequest', `'only' must be one of ${filters.join(', ')}.`)
}

const isFilter = (only: string): only is PeopleFilter => filters.includes(only)
