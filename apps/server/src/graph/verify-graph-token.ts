import type { KeyObject } from 'node:crypto'
import { graphAppId, type Stores } from '@latchkey/identity'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { importKey, readJwtHeader, readJwtPayload, verifyJwtWith } from '../oidc/jwt.ts'
import { issuerOf } from '../oidc/paths.ts'
import type { ServerDeps } from '../server-deps.ts'
import { bearerChallenge } from './claims-challenge.ts'
import { GraphRefusal } from './graph-refusal.ts'

/** How far two of our own clocks may be apart, in seconds. */
const clockSkewSeconds = 60

/** How long a key is believed to be one of a tenant's without asking again, in milliseconds. */
const keptMilliseconds = 60_000

const Claims = z.object({
  iss: z.string(),
  aud: z.literal(graphAppId),
  tid: z.uuid(),
  azp: z.string().min(1),
  sub: z.string(),
  oid: z.string(),
  iat: z.number(),
  exp: z.number(),
  sid: z.string().optional(),
  scp: z.string().optional(),
  roles: z.array(z.string()).optional(),
  idtyp: z.literal('app').optional(),
})

/** What a token for Graph says, once its signature, issuer, audience and times are good. */
export type GraphToken = z.infer<typeof Claims>

interface KnownKey {
  readonly key: KeyObject
  readonly until: number
}

/** Keys, imported, beside the stores they come from. All of it may be lost. */
const knownKeys = new WeakMap<Stores, LRUCache<string, KnownKey>>()

/**
 * Verify an access token for Graph: one of ours, of this kind (an ID token or a logout token is signed by the same
 * keys), for this audience, of the tenant that it names, and in its time. Says nothing about whether it was revoked.
 *
 * @throws GraphRefusal `InvalidAuthenticationToken`
 * @see https://www.rfc-editor.org/rfc/rfc9068#section-4
 */
export async function verifyGraphToken(deps: ServerDeps, jwt: string): Promise<GraphToken> {
  const header = readJwtHeader(jwt)
  if (header?.typ?.toLowerCase() !== 'at+jwt') throw invalidToken(deps, 'it is no access token of ours')
  const read = Claims.safeParse(readJwtPayload(jwt))
  if (!read.success) throw invalidToken(deps, 'it is not for this audience')
  const token = read.data
  if (token.iss !== issuerOf(deps.config.url, token.tid)) throw invalidToken(deps, 'it is of another issuer')

  const key = await findKey(deps, token.tid, header.kid)
  if (key === undefined || !verifyJwtWith(key, header, jwt))
    throw invalidToken(deps, 'its signature is wrong')
  const now = deps.now().getTime() / 1000
  if (token.exp <= now) throw invalidToken(deps, 'it has expired')
  if (token.iat > now + clockSkewSeconds) throw invalidToken(deps, 'it is from the future')
  return token
}

/** Refuse a token. What was wrong is for whoever holds it: they made it, or got it from us. */
export function invalidToken({ config }: ServerDeps, because: string): GraphRefusal {
  return new GraphRefusal('InvalidAuthenticationToken', `The access token is not accepted: ${because}.`, {
    headers: { 'www-authenticate': bearerChallenge(config.url, { error: 'invalid_token' }) },
    detail: because,
  })
}

async function findKey(
  { stores, now }: ServerDeps,
  tenantId: string,
  keyId: string,
): Promise<KeyObject | undefined> {
  const known = knownKeys.get(stores) ?? new LRUCache<string, KnownKey>({ max: 2000 })
  knownKeys.set(stores, known)
  const name = `${tenantId} ${keyId}`
  const at = now()
  const kept = known.get(name)
  if (kept !== undefined && kept.until > at.getTime()) return kept.key

  const keys = await stores.signingKeys.list(tenantId)
  const found = keys.find((key) => key.keyId === keyId && (key.retiredAt === undefined || key.retiredAt > at))
  const key = found && importKey(JSON.parse(found.publicJwk))
  if (key === undefined) return undefined
  known.set(name, { key, until: at.getTime() + keptMilliseconds })
  return key
}
