import { createRemoteJWKSet, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'

/** Which sessions a logout token ends. */
export interface EndedSessions {
  readonly sub: string | undefined
  readonly sid: string | undefined
  /** For telling a second delivery from a replay. */
  readonly tokenId: string
}

const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout'

/** Fetch the identity provider's keys when they are needed. */
export function remoteKeys(jwksUri: string): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(jwksUri))
}

/**
 * Verify a logout token: signature, issuer, audience, age, the event, and that it is no ID token in disguise.
 *
 * @throws Error for anything else
 * @see https://openid.net/specs/openid-connect-backchannel-1_0.html#Validation
 */
export async function verifyLogoutToken(
  token: string,
  expected: { readonly keys: JWTVerifyGetKey; readonly issuer: string; readonly clientId: string },
): Promise<EndedSessions> {
  const { payload } = await jwtVerify(token, expected.keys, {
    issuer: expected.issuer,
    audience: expected.clientId,
    maxTokenAge: '5 minutes',
    clockTolerance: '30 seconds',
    requiredClaims: ['iat', 'jti', 'events'],
  })
  if (!hasLogoutEvent(payload)) throw new Error('not a logout token')
  if ('nonce' in payload) throw new Error('a logout token has no nonce')
  const sid = typeof payload['sid'] === 'string' ? payload['sid'] : undefined
  if (payload.sub === undefined && sid === undefined) throw new Error('nobody is named')
  return { sub: payload.sub, sid, tokenId: payload.jti ?? '' }
}

function hasLogoutEvent({ events }: JWTPayload & { readonly events?: unknown }): boolean {
  return typeof events === 'object' && events !== null && logoutEvent in events
}
