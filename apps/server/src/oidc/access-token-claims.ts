import { type App, findApp, findConsent, graphAppId, mayUseApp, type Person } from '@latchkey/identity'
import { administratorRoles } from '@latchkey/policy'
import { appTarget, clientOf } from '../access/access-target.ts'
import { decideVisit, listContexts } from '../access/decide-visit.ts'
import type { ServerDeps } from '../server-deps.ts'
import { findHolder, whereHolderIs } from './account.ts'
import { describeAuthentication } from './decide-authorization.ts'
import { getExchange } from './exchange.ts'
import { isAgreed, listAskedPermissions } from './graph-scopes.ts'
import type { OidcModule, ProviderContext } from './oidc-module.ts'
import { resourceOf, toScp } from './scopes.ts'

type Token = InstanceType<OidcModule['Provider']['prototype']['AccessToken']>
type AppToken = InstanceType<OidcModule['Provider']['prototype']['ClientCredentials']>

/**
 * What stands in an access token for a resource beyond what RFC 9068 wants: whose it is, in Entra's words, and how they
 * signed in. A token that only opens userinfo is opaque and says nothing.
 */
export function accessTokenClaims(deps: ServerDeps, { errors }: Pick<OidcModule, 'errors'>) {
  return async (context: ProviderContext, token: Token | AppToken) => {
    const exchange = getExchange(context)
    const { tenantId } = exchange.tenant
    const { clientId, aud, scope } = token
    if (aud === undefined || clientId === undefined) return undefined
    const common = { tid: tenantId, ver: '2.0', azp: clientId, appid: clientId }
    if (token.kind === 'ClientCredentials') {
      const itself = aud === clientId
      const called = itself ? undefined : await findApp(deps.stores, tenantId, String(aud))
      // Only people and groups are assigned: an app that wants assignment is open to no other app.
      if (!itself && called?.assignmentRequired !== false) {
        throw new errors.InvalidTarget('only people who are assigned may use this resource')
      }
      const granted = aud === graphAppId ? await listGranted(deps, tenantId, clientId) : []
      return { ...common, oid: clientId, idtyp: 'app', ...(granted.length > 0 && { roles: granted }) }
    }

    // A request may name a resource (`resource`) and none of its scopes: then nobody agreed to anything there.
    const agreed = context.oidc.entities.Grant?.getResourceScope(resourceOf(String(aud)))
    if (!agreed) throw new errors.InvalidTarget('no scope of this resource was agreed to')

    const [client, resource] = await Promise.all([
      findApp(deps.stores, tenantId, clientId),
      findApp(deps.stores, tenantId, String(aud)),
    ])
    const { sessionUid } = token
    const holder = client && sessionUid && (await findHolder(deps, exchange, client, sessionUid))
    if (!holder || resource === undefined) throw new errors.InvalidTarget()
    const { person, session } = holder
    const access = await mayUseApp(deps, resource, person)
    if (!access.allowed) throw new errors.InvalidTarget('the person is not assigned to this resource')
    const { acr, amr, authTime } = describeAuthentication(session)
    const asked = appTarget(clientId, { resource: String(aud), client: clientOf(client.kind) })
    const visit = { person, session, asked, visitor: whereHolderIs(exchange, client, session) }
    const { outcome } = await decideVisit(deps, visit)
    if (outcome !== 'allowed') throw new errors.InvalidTarget('the rules of the organisation ask for more')
    const acrs = await listContexts(deps, visit)
    const powers =
      aud === graphAppId
        ? await graphPowers(deps, client, person, scope)
        : { scp: toScp(scope, deps.config.url) }
    if (powers.scp === '') throw new errors.InvalidTarget('no scope of this resource is agreed to any more')
    return {
      ...common,
      oid: person.userId,
      name: person.displayName,
      preferred_username: person.userName,
      sid: session.sessionId,
      acr,
      ...(acrs.length > 0 && { acrs }),
      amr,
      auth_time: authTime,
      ...(access.roles.length > 0 && { roles: [...access.roles] }),
      ...optionalOf(resource, person),
      ...powers,
    }
  }
}

/** What the app that is called is registered to be told. The rest of what it may ask for is in every such token. */
function optionalOf({ optionalClaims }: App, person: Person) {
  const named = new Set((optionalClaims?.accessToken ?? []).map(({ name }) => name))
  return {
    ...(named.has('email') && { email: person.mail }),
    ...(named.has('upn') && { upn: person.userName }),
    ...(named.has('given_name') && { given_name: person.givenName }),
    ...(named.has('family_name') && { family_name: person.surname }),
  }
}

/** What a token for Graph lets an app do in somebody's name: what is agreed to now, and the roles that bound it. */
async function graphPowers(deps: ServerDeps, client: App, person: Person, scope: string | undefined) {
  const { tenantId, userId } = person
  const [agreed, roles] = await Promise.all([
    findConsent(deps, { tenantId, clientId: client.clientId, userId }),
    deps.stores.roles.listOfPerson(tenantId, userId),
  ])
  const asked = listAskedPermissions((scope ?? '').split(' '), agreed, deps.config.url)
  return {
    scp: asked.filter((name) => isAgreed(client, name, agreed)).join(' '),
    ...(roles.length > 0 && { wids: roles.map((role) => administratorRoles[role]) }),
  }
}

async function listGranted(
  { stores }: ServerDeps,
  tenantId: string,
  clientId: string,
): Promise<readonly string[]> {
  const held = await stores.apps.listPermissions(tenantId, clientId)
  return held.filter(({ resourceId }) => resourceId === graphAppId).map(({ permission }) => permission)
}
