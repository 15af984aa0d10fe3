import type { CredentialRecord } from '../credentials/credential-record.ts'
import type { Deps, Visitor } from '../deps.ts'
import type { Shelves } from '../stores.ts'
import { noteStep } from './note-step.ts'

/**
 * Write down that a passkey was used: its first use, and one of each later day. Asks the database nothing: what the
 * record says of its last use decides, so uses of one moment may write it twice. Figures count people, not events.
 */
export async function noteUse(
  tx: Pick<Shelves, 'stepEvents'>,
  deps: Pick<Deps, 'now' | 'random'>,
  { tenantId, userId, aaguid, lastUsedAt }: CredentialRecord,
  visitor: Visitor,
): Promise<void> {
  const step = stepOfUse(lastUsedAt, deps.now())
  if (step !== undefined)
    await noteStep(tx, deps, { tenantId, step, userId, method: 'passkey', aaguid, visitor })
}

/** @returns `undefined` if the passkey was used on this day, in UTC, before */
function stepOfUse(lastUsedAt: Date | undefined, now: Date): 'firstUsed' | 'used' | undefined {
  if (lastUsedAt === undefined) return 'firstUsed'
  return dayOf(lastUsedAt) === dayOf(now) ? undefined : 'used'
}

const dayOf = (at: Date): number => Math.floor(at.getTime() / 86_400_000)
