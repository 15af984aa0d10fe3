import { authenticatorAppId, commandLineAppId, findApp, graphAppId } from '@latchkey/identity'
import { isGraphPermission } from '@latchkey/policy'
import type { ServerDeps } from '../server-deps.ts'
import { getExchange } from './exchange.ts'
import { lifetimes } from './lifetimes.ts'
import type { OidcModule, ProviderContext } from './oidc-module.ts'
import {
  everythingAgreed,
  findAppOfResource,
  findResource,
  readScope,
  resourceOf,
  scopesOfResource,
} from './scopes.ts'

/** Resources are apps: the one that asks, Graph, or another of the same tenant that its scopes name. */
export function describeResources(deps: ServerDeps, { errors }: Pick<OidcModule, 'errors'>) {
  const { url } = deps.config
  const graphScopes = scopesOfResource(resourceOf(graphAppId), url)

  /** A scope of Graph's that is not there is refused by name: left out, it would be missed much later. */
  const requireKnownScopes = ({ oidc }: ProviderContext) => {
    const forItself = oidc.params?.['grant_type'] === 'client_credentials'
    for (const scope of oidc.requestParamScopes) {
      const read = readScope(scope, url)
      if (read?.clientId !== graphAppId || read.name === everythingAgreed) continue
      if (forItself)
        throw new errors.InvalidScope('an app asks for .default: what an administrator granted it', scope)
      if (!isGraphPermission(read.name)) throw new errors.InvalidScope('there is no such scope', scope)
    }
  }

  return {
    enabled: true,
    defaultResource({ oidc }: ProviderContext, client: { readonly clientId: string }) {
      const named = findResource(oidc.requestParamScopes, url)
      const isApp = oidc.params?.['grant_type'] === 'client_credentials'
      return named ?? (isApp ? resourceOf(client.clientId) : [])
    },
    useGrantedResource: () => true,
    async getResourceServerInfo(
      context: ProviderContext,
      resource: string,
      client: { readonly clientId: string },
    ) {
      const { tenant } = getExchange(context)
      const clientId = findAppOfResource(resource) ?? ''
      const app = await findApp(deps.stores, tenant.tenantId, clientId)
      if (!app?.enabled) throw new errors.InvalidTarget()
      if (client.clientId === commandLineAppId && clientId !== graphAppId) {
        throw new errors.InvalidTarget('this app gets tokens for Graph alone')
      }
      // It asks about nothing, so nobody else may have what it gets, and it gets nothing else.
      const isAuthenticator = [client.clientId, clientId].includes(authenticatorAppId)
      if (isAuthenticator && client.clientId !== clientId) {
        throw new errors.InvalidTarget('this resource is for the Authenticator alone')
      }
      if (clientId === graphAppId) requireKnownScopes(context)
      return {
        scope: clientId === graphAppId ? graphScopes : scopesOfResource(resource, url),
        audience: app.clientId,
        accessTokenFormat: 'jwt' as const,
        accessTokenTTL: lifetimes.accessToken,
        jwt: { sign: { alg: app.signingAlgorithm } },
      }
    },
  }
}
