import type { Deps } from '../deps.ts'
import { memoryOf } from '../memory.ts'
import { getLiveSession } from '../sessions/get-live-session.ts'
import type { Session } from '../sessions/session.ts'
import { failuresPerMinute } from '../throttling/limits.ts'
import type { PasskeyKind } from './unfinished-store.ts'

/** For how long a person is told of a registration that came to nothing. */
export const unfinishedHours = 24

/**
 * Note that a registration came to nothing: the person's own page says so, or the answer was refused. It is advice for
 * that person and no evidence. Whoever tries without end writes no more than a few a minute, and one of each kind.
 *
 * @throws IdentityRefusal `session_ended`
 */
export async function noteUnfinished(
  deps: Deps,
  ask: {
    readonly session: Session
    readonly kind: PasskeyKind
    readonly code: string
    readonly aaguid?: string
  },
): Promise<void> {
  const { tenantId, userId } = ask.session
  const at = deps.now()
  const { failures } = memoryOf(deps.stores)
  if (failures.take(`unfinished ${tenantId} ${userId}`, failuresPerMinute.ofPerson, at) === undefined) return
  await deps.stores.atomically(async (tx) => {
    await getLiveSession(tx, deps, ask.session)
    await tx.unfinished.put({
      tenantId,
      userId,
      kind: ask.kind,
      code: ask.code,
      ...(ask.aaguid !== undefined && { aaguid: ask.aaguid }),
      at,
      expiresAt: new Date(at.getTime() + unfinishedHours * 3_600_000),
    })
  })
}
