import { mayUseApp } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'
import { findHolder } from './account.ts'
import { describeAuthentication } from './decide-authorization.ts'
import { getExchange } from './exchange.ts'
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
    const { tenant } = getExchange(context)
    const { clientId, aud, scope } = token
    if (aud === undefined || clientId === undefined) return undefined
    const common = { tid: tenant.tenantId, ver: '2.0', azp: clientId }
    if (token.kind === 'ClientCredentials') {
      const itself = aud === clientId
      const called = itself ? undefined : await deps.stores.apps.find(tenant.tenantId, String(aud))
      // Only people and groups are assigned: an app that wants assignment is open to no other app.
      if (!itself && called?.assignmentRequired !== false) {
        throw new errors.InvalidTarget('only people who are assigned may use this resource')
      }
      return { ...common, oid: clientId, idtyp: 'app' }
    }

    // A request may name a resource (`resource`) and none of its scopes: then nobody agreed to anything there.
    const agreed = context.oidc.entities.Grant?.getResourceScope(resourceOf(String(aud)))
    if (!agreed) throw new errors.InvalidTarget('no scope of this resource was agreed to')

    const [client, resource] = await Promise.all([
      deps.stores.apps.find(tenant.tenantId, clientId),
      deps.stores.apps.find(tenant.tenantId, String(aud)),
    ])
    const { sessionUid } = token
    const holder = client && sessionUid && (await findHolder(deps, tenant, client, sessionUid))
    if (!holder || resource === undefined) throw new errors.InvalidTarget()
    const { person, session } = holder
    const access = await mayUseApp(deps, resource, person)
    if (!access.allowed) throw new errors.InvalidTarget('the person is not assigned to this resource')
    const { acr, amr, authTime } = describeAuthentication(session)
    return {
      ...common,
      oid: person.userId,
      name: person.displayName,
      preferred_username: person.userName,
      scp: toScp(scope),
      sid: session.sessionId,
      acr,
      amr,
      auth_time: authTime,
      ...(access.roles.length > 0 && { roles: [...access.roles] }),
    }
  }
}
