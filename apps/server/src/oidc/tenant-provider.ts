import { createPrivateKey } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isAppSecret, type SigningKeys } from '@latchkey/identity'
import type { Configuration, JWK } from 'oidc-provider'
import type { ServerDeps } from '../server-deps.ts'
import { accessTokenClaims } from './access-token-claims.ts'
import { openAccounts } from './account.ts'
import { openAdapter } from './adapter.ts'
import type { ProviderAnswer } from './ask-provider.ts'
import { ownParameters } from './authorization-ask.ts'
import { openAuthorizationPolicy } from './authorization-policy.ts'
import { claimsOfScopesOrNamed } from './claims.ts'
import { cookieKeys } from './cookie-keys.ts'
import { getExchange } from './exchange.ts'
import { findApp } from './find-app.ts'
import { lifetimes } from './lifetimes.ts'
import { mayCallFrom } from './may-call-from.ts'
import type { OidcModule, Provider, ProviderContext, ProviderError } from './oidc-module.ts'
import { interactionPath, issuerOf, routes } from './paths.ts'
import { isWhereExtensionWaits } from './redirect-uri.ts'
import { describeResources } from './resources.ts'
import { openidScopes } from './scopes.ts'
import { showOurSession } from './session-view.ts'
import { prefixTokens } from './token-tenant.ts'

/** A tenant's provider, and who waits for its answers. */
export interface TenantProvider {
  readonly provider: Provider
  readonly answers: WeakMap<
    IncomingMessage,
    { readonly resolve: (answer: ProviderAnswer) => void; readonly reject: (cause: unknown) => void }
  >
}

/** Where the response mode `form_post` goes: to a page of ours. */
export const postResponseMode = 'post_page'

/**
 * Make the provider of one tenant. It keeps the protocol: clients, codes, tokens, PKCE, refresh. Who is signed in, what
 * is enough, who may and who agreed is ours, through its hooks; so are all pages, device codes and signing out.
 */
export function makeTenantProvider(
  deps: ServerDeps,
  oidc: OidcModule,
  { tenantId, keys }: { readonly tenantId: string; readonly keys: SigningKeys },
): TenantProvider {
  const provider = new oidc.Provider(
    issuerOf(deps.config.url, tenantId),
    describeProvider(deps, oidc, { tenantId, keys }),
  )
  // Addresses are those of the request we write ourselves.
  provider.proxy = true
  showOurSession(deps, provider)
  overrideClients(deps, oidc, provider)
  prefixTokens(provider, tenantId)
  provider.registerResponseMode(postResponseMode, (context, action, payload) => {
    const fields = Object.entries(payload).map(([name, value]) => [name, String(value)])
    getExchange(context).page = { kind: 'post', action, fields: Object.fromEntries(fields) }
  })
  provider.on('authorization.error', logRefusal)
  provider.on('grant.error', logRefusal)
  provider.on('userinfo.error', logRefusal)
  provider.on('server_error', (context, err) => {
    getExchange(context).request.log.error({ err }, 'fault in the provider')
  })

  const answers: TenantProvider['answers'] = new WeakMap()
  provider.use(async (context, next) => {
    const waiting = answers.get(context.req)
    context.respond = false
    try {
      await next()
      const { status, body } = context
      waiting?.resolve({ status, headers: context.response.headers, body })
    } catch (cause) {
      waiting?.reject(cause)
    }
  })
  return { provider, answers }
}

/** What the app is told is little; what was wrong stands in our log, under the reference that the app has. */
function logRefusal(context: ProviderContext, { error, error_detail: detail }: ProviderError): void {
  getExchange(context).request.log.info({ error, detail }, 'the provider refused')
}

function describeProvider(
  deps: ServerDeps,
  oidc: OidcModule,
  { tenantId, keys }: { readonly tenantId: string; readonly keys: SigningKeys },
): Configuration {
  const { prompts, loadGrant } = openAuthorizationPolicy(deps, oidc)
  const comesTwice = () => new oidc.errors.InvalidGrant('it was used before')
  const currentSessionId = () => oidc.Provider.ctx?.oidc.session?.uid
  return {
    adapter: openAdapter(deps, tenantId, { comesTwice, currentSessionId }),
    jwks: { keys: toPrivateKeys(keys) },
    cookies: {
      keys: cookieKeys(deps, tenantId),
      names: { session: 'latchkey-none', interaction: 'latchkey-interaction', resume: 'latchkey-resume' },
      short: { signed: true, httpOnly: true, sameSite: 'lax', secure: deps.config.secure },
    },
    routes,
    responseTypes: ['code'],
    scopes: [...openidScopes],
    claims: claimsOfScopesOrNamed,
    conformIdTokenClaims: false,
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
    pkce: { required: () => true },
    enabledJWA: { idTokenSigningAlgValues: ['ES256', 'RS256'] },
    extraParams: {
      [ownParameters.began]: null,
      // The library drops `offline_access` without `prompt=consent`; what needs consent is ours to say.
      [ownParameters.offline](context, value, client) {
        if (value !== undefined && client.grantTypeAllowed('refresh_token'))
          addScope(context, 'offline_access')
      },
    },
    ttl: {
      AuthorizationCode: lifetimes.authorizationCode,
      AccessToken: lifetimes.accessToken,
      ClientCredentials: lifetimes.accessToken,
      IdToken: lifetimes.idToken,
      DeviceCode: lifetimes.deviceCode,
      Interaction: lifetimes.interaction,
      // What every token of an authorization hangs on: no longer than the longest of them.
      Grant: (_context, grant) =>
        grant.getOIDCScope().split(' ').includes('offline_access')
          ? lifetimes.refreshToken
          : lifetimes.authorizationCode + lifetimes.accessToken,
      RefreshToken: (context, _token, client) => {
        if (client.applicationType === 'native' || client.clientAuthMethod !== 'none') {
          return lifetimes.refreshToken
        }
        const rotated = context.oidc.entities.RotatedRefreshToken
        return Math.max(1, rotated?.remainingTTL ?? lifetimes.refreshTokenOfSpa)
      },
    },
    findAccount: openAccounts(deps),
    loadExistingGrant: loadGrant,
    interactions: {
      policy: prompts,
      url: (_context, interaction) => interactionPath(tenantId, interaction.uid),
    },
    // Sessions are ours: what hangs on one is removed when it ends, and asked for at each use.
    expiresWithSession: () => false,
    issueRefreshToken: (_context, client, source) =>
      client.grantTypeAllowed('refresh_token') && source.scopes.has('offline_access'),
    rotateRefreshToken: true,
    clientBasedCORS: (_context, origin, client) => mayCallFrom(client, origin),
    extraTokenClaims: accessTokenClaims(deps, oidc),
    renderError(context, out, error) {
      const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500
      getExchange(context).page = {
        kind: 'problem',
        error: out.error,
        description: out.error_description,
        status,
      }
    },
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      clientCredentials: { enabled: true },
      deviceFlow: {
        enabled: true,
        charset: 'base-20',
        mask: '****-****',
        deviceInfo: (context) => ({ ipAddress: getExchange(context).request.visitor.ipAddress }),
      },
      revocation: {
        enabled: true,
        allowedPolicy: (_context, client, token) => token.clientId === client.clientId,
      },
      // What we do not announce is not there either.
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      backchannelLogout: { enabled: false },
      resourceIndicators: describeResources(deps, oidc),
    },
  }
}

/** What the library asks of a client and we know better. */
function overrideClients(
  deps: ServerDeps,
  { Provider: anyProvider }: OidcModule,
  { Client }: Provider,
): void {
  Client.prototype.includeSid = () => true
  const { redirectUriAllowed } = Client.prototype
  Client.prototype.redirectUriAllowed = function isAllowed(uri) {
    return redirectUriAllowed.call(this, uri) || isWhereExtensionWaits(deps.config.url, this.clientId, uri)
  }
  Client.prototype.compareClientSecret = async function compare(secret) {
    const context = anyProvider.ctx
    const app = context && (await findApp(deps, getExchange(context), this.clientId))
    return app !== undefined && isAppSecret(app, secret, deps.now())
  }
}

function addScope(context: ProviderContext, scope: string): void {
  const { params } = context.oidc
  if (params === undefined) return
  params['scope'] = [...new Set([...context.oidc.requestParamScopes, scope])].join(' ')
}

function toPrivateKeys({ current }: SigningKeys): JWK[] {
  return (['ES256', 'RS256'] as const).map((alg) => {
    const { keyId, privateKeyPkcs8 } = current[alg]
    const key = createPrivateKey({ key: Buffer.from(privateKeyPkcs8), format: 'der', type: 'pkcs8' })
    return { ...key.export({ format: 'jwk' }), kid: keyId, alg, use: 'sig' }
  })
}
