import { graphAppId } from '@latchkey/identity'
import { type AccessToken, verifyAccessToken } from '../oidc/verify-access-token.ts'
import type { ServerDeps } from '../server-deps.ts'
import { bearerChallenge } from './claims-challenge.ts'
import { GraphRefusal } from './graph-refusal.ts'

/** What a token for Graph says, once it is verified. */
export type GraphToken = AccessToken

/** Verify an access token for Graph. @throws GraphRefusal `InvalidAuthenticationToken` */
export async function verifyGraphToken(deps: ServerDeps, jwt: string): Promise<GraphToken> {
  const token = await verifyAccessToken(deps, jwt, graphAppId)
  if (typeof token === 'string') throw invalidToken(deps, token)
  return token
}

/** Refuse a token. What was wrong is for whoever holds it: they made it, or got it from us. */
export function invalidToken({ config }: ServerDeps, because: string): GraphRefusal {
  return new GraphRefusal('InvalidAuthenticationToken', `The access token is not accepted: ${because}.`, {
    headers: { 'www-authenticate': bearerChallenge(config.url, { error: 'invalid_token' }) },
    detail: because,
  })
}
