import type { KeyObject } from 'node:crypto'
import type { Stores } from '@latchkey/identity'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { ServerDeps } from '../server-deps.ts'
import { importKey, readJwtHeader, readJwtPayload, verifyJwtWith } from './jwt.ts'
import { issuerOf } from './paths.ts'

/** How far two of our own clocks may be apart, in seconds. */
const clockSkewSeconds = 60

/** How long a key is believed to be one of a tenant's without asking again, in milliseconds. */
const keptMilliseconds = 60_000

const Claims = z.object({
  iss: z.string(),
  aud: z.string(),
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

/** What an access token of ours says, once its signature, issuer, audience and times are good. */
export type AccessToken = z.infer<typeof Claims>

interface KnownKey {
  readonly key: KeyObject
  readonly until: number
}

/** Keys, imported, beside the stores they come from. All of it may be lost. */
const knownKeys = new WeakMap<Stores, LRUCache<string, KnownKey>>()

/**
 * Verify an access token: one of ours, of this kind (an ID token or a logout token is signed by the same keys), for this
 * audience, of the tenant that it names, and in its time. Says nothing about whether it was revoked.
 *
 * @returns why it is not accepted, as text, if it is not
 * @see https://www.rfc-editor.org/rfc/rfc9068#section-4
 */
export async function verifyAccessToken(
  deps: Pick<ServerDeps, 'config' | 'stores' | 'now'>,
  jwt: string,
  audience: string,
): Promise<AccessToken | string> {
  const header = readJwtHeader(jwt)
  if (header?.typ?.toLowerCase() !== 'at+jwt') return 'it is no access token of ours'
  const read = Claims.safeParse(readJwtPayload(jwt))
  if (!read.success || read.data.aud !== audience) return 'it is not for this audience'
  const token = read.data
  if (token.iss !== issuerOf(deps.config.url, token.tid)) return 'it is of another issuer'

  const key = await findKey(deps, token.tid, header.kid)
  if (key === undefined || !verifyJwtWith(key, header, jwt)) return 'its signature is wrong'
  const now = deps.now().getTime() / 1000
  if (token.exp <= now) return 'it has expired'
  if (token.iat > now + clockSkewSeconds) return 'it is from the future'
  return token
}

async function findKey(
  { stores, now }: Pick<ServerDeps, 'stores' | 'now'>,
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
