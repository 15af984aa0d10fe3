import { CeremonyRefusal } from '@latchkey/webauthn'
import { recordSignIn } from '../audit/record-sign-in.ts'
import type { SignInDecision } from '../audit/sign-in-decision.ts'
import type { Deps, Visitor } from '../deps.ts'
import { memoryOf } from '../memory.ts'
import type { SignInMethod } from '../people/person.ts'
import { IdentityRefusal } from '../refusal.ts'
import { failuresPerMinute } from '../throttling/limits.ts'

/** What has become known of an attempt so far: what the log says if it fails. */
export interface Trail {
  readonly visitor: Visitor
  readonly method: SignInMethod
  tenantId?: string
  userName?: string
  userId?: string
  clientId?: string
  credentialId?: string
  aaguid?: string
  decision?: SignInDecision
}

/** Begin to follow an attempt. */
export function beginTrail(
  method: SignInMethod,
  ask: {
    readonly visitor: Visitor
    readonly tenantId?: string
    readonly userName?: string
    readonly clientId?: string
  },
): Trail {
  const { visitor, tenantId, userName, clientId } = ask
  return {
    visitor,
    method,
    ...(tenantId !== undefined && { tenantId }),
    ...(userName !== undefined && { userName }),
    ...(clientId !== undefined && { clientId }),
  }
}

/**
 * Do an attempt; if it is refused, write down why, under the refusal's code.
 *
 * A failure of a person we know is kept durably. Names we do not know, and answers that belong to nobody, have a budget
 * per minute, and so has, more generously, each person: whoever floods us fills no disk. What was not written is
 * counted, and the next record says how many.
 */
export async function followed<T>(
  deps: Pick<Deps, 'stores' | 'now' | 'random'>,
  trail: Trail,
  attempt: () => Promise<T>,
): Promise<T> {
  try {
    return await attempt()
  } catch (refusal) {
    if (refusal instanceof IdentityRefusal || refusal instanceof CeremonyRefusal) {
      await recordFailure(deps, trail, refusal)
    }
    throw refusal
  }
}

async function recordFailure(
  deps: Pick<Deps, 'stores' | 'now' | 'random'>,
  trail: Trail,
  refusal: IdentityRefusal | CeremonyRefusal,
): Promise<void> {
  const { tenantId, userId } = trail
  if (tenantId === undefined) return
  const { failures } = memoryOf(deps.stores)
  const dropped =
    userId === undefined
      ? failures.take(tenantId, failuresPerMinute.anonymous, deps.now())
      : failures.take(`${tenantId} ${userId}`, failuresPerMinute.ofPerson, deps.now())
  if (dropped === undefined) {
    // Leaving a record out must not be quicker than writing it: time would tell which names and passkeys are real.
    if (trail.userName !== undefined || trail.credentialId !== undefined) {
      await deps.stores.throttle.take(tenantId, 'failures not kept', deps.now(), 60)
    }
    return
  }

  const detail = [refusal.detail, dropped > 0 ? `${dropped} before it were not kept` : undefined]
    .filter((part) => part !== undefined)
    .join('; ')
  await recordSignIn(deps, {
    ...trail,
    tenantId,
    outcome: 'failure',
    code: refusal.code,
    ...(detail !== '' && { detail }),
  })
}
