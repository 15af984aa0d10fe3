import { Base64urlRefusal, fromBase64url, toBase64url } from '@latchkey/encoding'
import type { Deps } from '../deps.ts'
import { toUuid } from '../ids/new-id.ts'
import { newSecret, sha256 } from '../ids/secret.ts'
import { fromUuid } from '../ids/uuid.ts'

/**
 * Make the secret of a session: `<tenant as 22 characters>.<32 random bytes as 43 characters>`, the cookie's value. Only
 * its SHA-256 is kept.
 */
export function newSessionToken(deps: Pick<Deps, 'random'>, tenantId: string): string {
  return `${toBase64url(fromUuid(tenantId))}.${newSecret(deps)}`
}

/** How a session's secret is kept. */
export function hashSessionToken(token: string): Uint8Array {
  return sha256(token)
}

const pattern = /^([A-Za-z0-9_-]{22})\.[A-Za-z0-9_-]{43}$/

/** The tenant that a session's secret names, or nothing if it is not one. Says nothing about whether it is right. */
export function findTenantOfToken(token: string): string | undefined {
  const tenant = pattern.exec(token)?.[1]
  if (tenant === undefined) return undefined
  try {
    return toUuid(fromBase64url(tenant))
  } catch (cause) {
    if (cause instanceof Base64urlRefusal) return undefined
    throw cause
  }
}
