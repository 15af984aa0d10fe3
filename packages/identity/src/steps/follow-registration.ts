import { CeremonyRefusal } from '@latchkey/webauthn'
import type { Deps, Visitor } from '../deps.ts'
import { memoryOf } from '../memory.ts'
import { IdentityRefusal } from '../refusal.ts'
import { failuresPerMinute } from '../throttling/limits.ts'
import { noteStep } from './note-step.ts'

/** Whose registration it is, and what has become known of the passkey so far. */
export interface RegistrationTrail {
  readonly tenantId: string
  readonly userId: string
  readonly visitor: Visitor
  aaguid?: string
}

/**
 * Do a registration; if it is refused, write down that it failed, under the refusal's code, after what was refused left
 * nothing behind. Whoever tries without end writes no more than a few a minute.
 */
export async function followedRegistration<T>(
  deps: Pick<Deps, 'stores' | 'now' | 'random'>,
  trail: RegistrationTrail,
  attempt: () => Promise<T>,
): Promise<T> {
  try {
    return await attempt()
  } catch (refusal) {
    if (refusal instanceof IdentityRefusal || refusal instanceof CeremonyRefusal) {
      await noteFailure(deps, trail, refusal.code)
    }
    throw refusal
  }
}

async function noteFailure(
  deps: Pick<Deps, 'stores' | 'now' | 'random'>,
  trail: RegistrationTrail,
  code: string,
): Promise<void> {
  const { tenantId, userId } = trail
  const { failures } = memoryOf(deps.stores)
  if (failures.take(`steps ${tenantId} ${userId}`, failuresPerMinute.ofPerson, deps.now()) === undefined)
    return
  await deps.stores.atomically(async (tx) => {
    // Whoever was removed in the meantime is nobody's figure.
    if ((await tx.people.find(tenantId, userId)) === undefined) return
    await noteStep(tx, deps, { ...trail, step: 'failed', method: 'passkey', code })
  })
}
