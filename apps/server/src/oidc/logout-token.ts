import { newId, signingKeys } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'
import { signJwt } from './jwt.ts'
import { issuerOf } from './paths.ts'

/** How long a logout token is good, in seconds: the specification recommends two minutes at most. */
const tokenSeconds = 120

/**
 * Make the token that tells an app that a session ended. Signed as the app's ID tokens are.
 *
 * @see https://openid.net/specs/openid-connect-backchannel-1_0.html#LogoutToken
 */
export async function createLogoutToken(
  deps: ServerDeps,
  tenantId: string,
  clientId: string,
  ended: { readonly sub: string; readonly sid: string },
): Promise<string> {
  const app = await deps.stores.apps.find(tenantId, clientId)
  const keys = await signingKeys(deps, tenantId)
  const iat = Math.floor(deps.now().getTime() / 1000)
  return signJwt(keys, app?.signingAlgorithm ?? 'RS256', {
    typ: 'logout+jwt',
    payload: {
      iss: issuerOf(deps.config.url, tenantId),
      aud: clientId,
      iat,
      exp: iat + tokenSeconds,
      jti: newId(deps),
      sub: ended.sub,
      sid: ended.sid,
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    },
  })
}
