import cookie from '@fastify/cookie'
import {
  type AdministratorRole,
  newSecret,
  type Person,
  type Proof,
  type Session,
  sha256,
  type Tenant,
} from '@latchkey/identity'
import { addPerson, createTenant, grantRole } from '@latchkey/identity/administer'
import fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify'
import { findAdministrator } from '../admin/find-administrator.ts'
import { checkOrigin } from '../http/check-origin.ts'
import { securityHeaders } from '../http/security-headers.ts'
import { decorateVisitor } from '../http/visitor.ts'
import { openTestWorld, type TestWorld } from '../test-world.ts'
import { type FindCaller, graphPlugin } from './graph-plugin.ts'
import { GraphRefusal } from './graph-refusal.ts'
import type { GraphCaller, GraphMethod, GraphRoute } from './graph-route.ts'
import { graphRoutes } from './graph-routes.ts'

export const operator = { actor: { kind: 'operator' } } as const

/** What a request of a test may say besides its address. */
export interface Asked {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** The API alone, with an organisation, and callers who are whoever a test says: how a token is read is another test. */
export interface GraphWorld extends TestWorld {
  readonly tenant: Tenant
  /** Somebody new, with these roles, in a session of this minute. */
  aPerson(name: string, ...roles: readonly AdministratorRole[]): Promise<Person>
  /** Call as a person, through an app that has these permissions. */
  as(person: Person, ...scopes: readonly string[]): Caller
  /** Call as an app that has these permissions. */
  asApp(...permissions: readonly string[]): Caller
  /** A session of somebody, in which this was proven. */
  aSession(person: Person, ...proofs: readonly Proof[]): Promise<Session>
  /** Give somebody a passkey of a model that it only claims. Nobody can use it. */
  givePasskey(person: Person, aaguid?: string): Promise<void>
  readonly graph: FastifyInstance
}

/** Somebody who calls; v1.0, unless the path begins with `/beta`. */
export type Caller = (
  method: GraphMethod | 'OPTIONS',
  path: string,
  asked?: Asked,
) => Promise<LightMyRequestResponse>

/** The id of the app that calls in these tests. */
export const callingApp = '11111111-0000-7000-8000-000000000001'

function toPayload(body: unknown): string | Buffer {
  if (body instanceof Uint8Array) return Buffer.from(body)
  return typeof body === 'string' ? body : JSON.stringify(body)
}

/** Open one. @param more routes beside those that are served; @param variables configuration */
export async function openGraphWorld(
  more: readonly GraphRoute[] = [],
  variables: Readonly<Record<string, string>> = {},
): Promise<GraphWorld> {
  const world = await openTestWorld(variables)
  const { deps } = world
  const callers = new Map<string, () => Promise<GraphCaller>>()
  const tenant = await createTenant(deps, { ...operator, displayName: 'Juniper', domain: 'juniper.example' })

  const findCaller: FindCaller = async (_, { headers }) => {
    const find = callers.get(headers.authorization ?? '')
    if (find === undefined) throw new GraphRefusal('InvalidAuthenticationToken', 'Access token is empty.')
    return { ...(await find()), tenant }
  }
  const graph: FastifyInstance = fastify({ genReqId: () => '99999999-0000-7000-8000-000000000001' })
  await graph.register(cookie)
  decorateVisitor(graph, deps)
  graph.addHook('onRequest', checkOrigin(deps))
  graph.addHook('onSend', securityHeaders(deps))
  await graph.register(graphPlugin, {
    deps,
    load: async () => ({ routes: [...graphRoutes, ...more], findCaller, findAdministrator }),
  })

  const call = (find: () => Promise<GraphCaller>): Caller => {
    const token = `Bearer ${newSecret(deps)}`
    callers.set(token, find)
    return async (method, path, { body, headers } = {}) =>
      await graph.inject({
        method,
        url: path.startsWith('/beta/') ? path : `/v1.0${path}`,
        headers: {
          authorization: token,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { payload: toPayload(body) }),
      })
  }

  const aSession = async (person: Person, ...proofs: readonly Proof[]): Promise<Session> => {
    const secret = newSecret(deps)
    const at = deps.now()
    const session: Session = {
      tenantId: person.tenantId,
      sessionId: crypto.randomUUID(),
      userId: person.userId,
      proofs,
      origin: 'browser',
      securityStamp: person.securityStamp,
      staysSignedIn: false,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + 3_600_000),
      ipAddress: '192.0.2.1',
      userAgent: 'Test',
    }
    await deps.stores.sessions.insert(session, sha256(secret))
    return session
  }

  return {
    ...world,
    tenant,
    graph,
    aSession,
    async givePasskey({ tenantId, userId }, aaguid = '2fc0579f-8113-47ea-b116-bb5a8db9202a') {
      await deps.stores.credentials.insert({
        tenantId,
        userId,
        id: deps.random(16),
        rpId: deps.rp.rpId,
        publicKey: deps.random(77),
        algorithm: -7,
        signCount: 0,
        transports: ['usb'],
        uvInitialized: true,
        backupEligible: false,
        backupState: false,
        aaguid,
        attestation: { format: 'none', type: 'none', trusted: false, evidence: 'none' },
        name: 'Blue key',
        createdAt: deps.now(),
        createdBy: 'self',
      })
    },
    async aPerson(name, ...roles) {
      const person = await addPerson(deps, {
        ...operator,
        tenantId: tenant.tenantId,
        userName: `${name}@juniper.example`,
        displayName: name,
      })
      for (const role of roles) await grantRole(deps, { ...operator, ...person, role })
      return person
    },
    as: (person, ...scopes) =>
      call(async () => ({
        kind: 'delegated',
        clientId: callingApp,
        scopes: new Set(scopes),
        person,
        session: await aSession(
          person,
          { method: 'password', at: deps.now() },
          { method: 'totp', at: deps.now() },
        ),
        roles: await deps.stores.roles.listOfPerson(tenant.tenantId, person.userId),
      })),
    asApp: (...permissions) =>
      call(async () => ({ kind: 'application', clientId: callingApp, permissions: new Set(permissions) })),
    async close() {
      await graph.close()
      await world.close()
    },
  }
}
