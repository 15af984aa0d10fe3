import { findApp, findTokenHolder, graphAppId, type Tenant } from '@latchkey/identity'
import { satisfies } from '@latchkey/policy'
import type { FastifyRequest } from 'fastify'
import { appTarget, clientOf } from '../access/access-target.ts'
import { decideVisit } from '../access/decide-visit.ts'
import { isAgreed } from '../oidc/graph-scopes.ts'
import type { ServerDeps } from '../server-deps.ts'
import { bearerChallenge } from './claims-challenge.ts'
import { GraphRefusal } from './graph-refusal.ts'
import type { GraphCaller } from './graph-route.ts'
import { type GraphToken, invalidToken, verifyGraphToken } from './verify-graph-token.ts'

/** What is looked at of a request. */
type BearerRequest = Pick<FastifyRequest, 'headers' | 'visitor'>

/** Who calls, and in which organisation. */
type CallerOfTenant = GraphCaller & { readonly tenant: Tenant }

/**
 * Find who calls the API, by the bearer token and nothing else.
 *
 * The token is verified here, and then held against how things stand: a session that ended, a person or an app that was
 * switched off, a rule that asks for more, a consent or a permission that was taken back bind at the very next request,
 * not when the token expires.
 *
 * @throws GraphRefusal `InvalidAuthenticationToken`
 */
export async function findCaller(deps: ServerDeps, request: BearerRequest): Promise<CallerOfTenant> {
  const token = await verifyGraphToken(deps, readBearer(deps, request))
  const tenant = await deps.stores.tenants.find(token.tid)
  if (tenant === undefined) throw invalidToken(deps, 'its organisation is not here')
  const caller =
    token.idtyp === 'app'
      ? await findApplication(deps, token)
      : await findPerson(deps, request, tenant, token)
  return { ...caller, tenant }
}

/** Read the token of a request. Anything but exactly one is none. */
function readBearer(deps: ServerDeps, { headers }: BearerRequest): string {
  const [, token] = /^Bearer ([\w.~+/-]+=*)$/i.exec(headers.authorization ?? '') ?? []
  if (token !== undefined) return token
  throw new GraphRefusal('InvalidAuthenticationToken', 'Access token is empty.', {
    headers: { 'www-authenticate': bearerChallenge(deps.config.url) },
  })
}

async function findApplication(
  deps: ServerDeps,
  { tid, azp, sub, roles = [] }: GraphToken,
): Promise<GraphCaller> {
  const app = sub === azp ? await deps.stores.callers.findApplication(tid, azp, graphAppId) : undefined
  if (app?.enabled !== true) throw revoked(deps)
  // What the token was given, and what is still granted: neither alone is enough.
  const permissions = new Set(roles.filter((name) => app.permissions.includes(name)))
  return { kind: 'application', clientId: azp, permissions }
}

async function findPerson(
  deps: ServerDeps,
  { visitor }: BearerRequest,
  tenant: Tenant,
  { tid, azp, oid, sub, sid, scp = '' }: GraphToken,
): Promise<GraphCaller> {
  if (sid === undefined || oid !== sub) throw invalidToken(deps, 'it is nobody’s')
  const [holder, powers] = await Promise.all([
    findTokenHolder(deps, { tenantId: tid, sessionId: sid, clientId: azp }),
    deps.stores.callers.findPowers(tid, oid, azp),
  ])
  if (holder?.person.userId !== oid) throw revoked(deps)
  const { person, session, appKind } = holder
  if (!satisfies(session.proofs, tenant.settings.leastStrength, session.origin).allow) throw revoked(deps)

  // From where the call comes; what the device is, the sign-in knew better than a program says.
  const { outcome } = await decideVisit(deps, {
    person,
    session,
    asked: appTarget(azp, { resource: graphAppId, client: clientOf(appKind) }),
    visitor: { ipAddress: visitor.ipAddress, userAgent: session.userAgent },
  })
  if (outcome !== 'allowed') throw revoked(deps)

  const scopes = await keepAgreed(deps, { tenantId: tid, clientId: azp }, scp.split(' '), powers.scopes)
  return { kind: 'delegated', clientId: azp, scopes, person, session, roles: powers.roles }
}

/** Leave out what was taken back since. The app itself is looked at only where nobody is asked: for apps of ours. */
async function keepAgreed(
  { stores }: ServerDeps,
  { tenantId, clientId }: { readonly tenantId: string; readonly clientId: string },
  scopes: readonly string[],
  agreed: readonly string[],
): Promise<ReadonlySet<string>> {
  if (scopes.every((scope) => agreed.includes(scope))) return new Set(scopes)
  const app = await findApp(stores, tenantId, clientId)
  return new Set(scopes.filter((scope) => app !== undefined && isAgreed(app, scope, agreed)))
}

/** Refuse a token that was good: whoever holds it signs in again. */
function revoked({ config, now }: ServerDeps): GraphRefusal {
  const value = String(Math.floor(now().getTime() / 1000))
  const claims = JSON.stringify({ access_token: { nbf: { essential: true, value } } })
  return new GraphRefusal('InvalidAuthenticationToken', 'The access token has been revoked: sign in again.', {
    headers: {
      'www-authenticate': bearerChallenge(config.url, {
        error: 'insufficient_claims',
        claims: Buffer.from(claims).toString('base64'),
      }),
    },
    detail: 'revoked',
  })
}
