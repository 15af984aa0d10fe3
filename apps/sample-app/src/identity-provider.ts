import * as oidc from 'openid-client'
import { type EndedSessions, remoteKeys, verifyLogoutToken } from './read-logout-token.ts'
import type { SampleConfig } from './sample-config.ts'
import type { PendingSignIn, SignedInPerson } from './sample-sessions.ts'

/** What an `acr_values` of ours is called that only a passkey with user verification satisfies. */
const phishingResistant = 'urn:latchkey:acr:phr'

/** The identity provider, as this app uses it. */
export interface IdentityProvider {
  beginSignIn(
    ask: 'any' | 'phishingResistant',
  ): Promise<{ readonly address: URL; readonly pending: PendingSignIn }>
  /** @throws Error when the answer is not to what we asked, or says no */
  finishSignIn(address: URL, pending: PendingSignIn): Promise<SignedInPerson>
  signOutAddress(person: SignedInPerson): Promise<URL>
  /** @throws Error when the token is not the identity provider's, for us */
  readLogoutToken(token: string): Promise<EndedSessions>
}

/** Reach the identity provider of the configuration; its metadata is fetched at first use. */
export function identityProvider(config: SampleConfig): IdentityProvider {
  let discovering: Promise<oidc.Configuration> | undefined
  let keys: ReturnType<typeof remoteKeys> | undefined
  const discovered = async () => {
    discovering ??= discover(config)
    try {
      return await discovering
    } catch (cause) {
      discovering = undefined
      throw cause
    }
  }
  return {
    async beginSignIn(ask) {
      const codeVerifier = oidc.randomPKCECodeVerifier()
      const pending = { state: oidc.randomState(), nonce: oidc.randomNonce(), codeVerifier }
      const address = oidc.buildAuthorizationUrl(await discovered(), {
        redirect_uri: new URL('/signed-in', config.url).href,
        scope: 'openid profile email',
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        ...(ask === 'phishingResistant' && { acr_values: phishingResistant }),
      })
      return { address, pending }
    },

    async finishSignIn(address, { state, nonce, codeVerifier }) {
      const tokens = await oidc.authorizationCodeGrant(await discovered(), address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      })
      return toPerson(tokens.claims() ?? { sub: '' }, tokens.id_token ?? '')
    },

    async signOutAddress(person) {
      return oidc.buildEndSessionUrl(await discovered(), {
        id_token_hint: person.idToken,
        post_logout_redirect_uri: new URL('/signed-out', config.url).href,
      })
    },

    async readLogoutToken(token) {
      const { issuer, jwks_uri: jwksUri } = (await discovered()).serverMetadata()
      keys ??= remoteKeys(jwksUri ?? '')
      return await verifyLogoutToken(token, { keys, issuer, clientId: config.clientId })
    },
  }
}

function discover(config: SampleConfig): Promise<oidc.Configuration> {
  // Only on localhost, as the configuration has checked.
  const execute = config.issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []
  return oidc.discovery(config.issuer, config.clientId, config.clientSecret, undefined, { execute })
}

function toPerson(claims: Readonly<Record<string, unknown>>, idToken: string): SignedInPerson {
  const text = (name: string) => (typeof claims[name] === 'string' ? claims[name] : undefined)
  const list = (name: string) => {
    const value = claims[name]
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  }
  const authTime = claims['auth_time']
  return {
    sub: text('sub') ?? '',
    sid: text('sid'),
    name: text('name') ?? text('preferred_username') ?? text('sub') ?? '',
    userName: text('preferred_username'),
    amr: list('amr'),
    acr: text('acr'),
    authTime: typeof authTime === 'number' ? new Date(authTime * 1000) : undefined,
    groups: list('groups'),
    roles: list('roles'),
    idToken,
  }
}
