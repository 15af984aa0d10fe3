import { toBase64url } from '@latchkey/encoding'
import type { Deps, Visitor } from '../deps.ts'
import { sha256 } from '../ids/secret.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import { type Limit, limits } from './limits.ts'
import { toNetworkPrefix } from './network-prefix.ts'
import { takeAttempt } from './take-attempt.ts'

/** A try at a secret: whose, which, from where. */
export interface Attempt {
  readonly tenantId: string
  /** What was typed, normalised, whether anybody is called so or not: unknown names are limited like known ones. */
  readonly userName: string
  readonly method: 'password' | 'temporaryAccessPass' | 'totp'
  readonly visitor: Visitor
}

/**
 * Count an attempt, before the secret is looked at.
 *
 * @throws IdentityRefusal `too_many_attempts`, with `retryAt`
 */
export async function countAttempt(deps: Pick<Deps, 'stores' | 'now'>, attempt: Attempt): Promise<void> {
  // The network first: a flood that is over its limit writes nothing about accounts.
  await count(deps, attempt.tenantId, networkKey(attempt), limits.network)
  await count(deps, attempt.tenantId, accountKey(attempt), limits.account)
}

/** Forget the attempts of an account after a success, in the unit of work that makes the session. */
export async function clearAttempts(tx: Pick<Shelves, 'throttle'>, attempt: Attempt): Promise<void> {
  await tx.throttle.remove(attempt.tenantId, accountKey(attempt))
  await tx.throttle.giveBack(attempt.tenantId, networkKey(attempt))
}

/**
 * Count something under a limit of its own.
 *
 * @throws IdentityRefusal `too_many_attempts`, with `retryAt`
 */
export async function count(
  deps: Pick<Deps, 'stores' | 'now'>,
  tenantId: string,
  key: string,
  limit: Limit,
): Promise<void> {
  const { windowSeconds } = limit
  const counted = await takeAttempt(deps.stores, { tenantId, key, at: deps.now(), windowSeconds })
  if (counted.attempts > limit.attempts) {
    throw new IdentityRefusal('too_many_attempts', {
      retryAt: counted.windowEndsAt,
      detail: key.split(' ')[0] ?? '',
    })
  }
}

/** Names are hashed: the counters are no list of who tried to sign in. */
function accountKey({ userName, method }: Attempt): string {
  return `account ${method} ${toBase64url(sha256(userName))}`
}

function networkKey({ visitor }: Attempt): string {
  return `network ${toNetworkPrefix(visitor.ipAddress)}`
}
