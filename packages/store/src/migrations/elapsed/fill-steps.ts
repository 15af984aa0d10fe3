import { randomBytes } from 'node:crypto'
import { newId } from '@latchkey/identity'
import type { Kysely } from 'kysely'
import type { Schema, StepEventTable } from '../../schema.ts'

const atOnce = 200

/**
 * Write down the steps of whoever had a passkey before there were any: that it was made, and that it was used if it was.
 * With what in their hands is not known any more.
 */
export async function fillSteps(db: Kysely<Schema>): Promise<void> {
  const passkeys = await db
    .selectFrom('credential')
    .select(['tenant_id', 'user_id', 'aaguid', 'created_at', 'last_used_at'])
    .execute()
  const rows = passkeys.flatMap(({ tenant_id, user_id, aaguid, created_at, last_used_at }) => {
    const step = (name: StepEventTable['step'], at: number) =>
      ({
        tenant_id,
        event_id: newId({ now: () => new Date(at), random: (length) => new Uint8Array(randomBytes(length)) }),
        at,
        step: name,
        user_id,
        device: 'unknown',
        method: 'passkey',
        aaguid,
      }) as const
    return [step('created', created_at), ...(last_used_at === null ? [] : [step('firstUsed', last_used_at)])]
  })
  for (let at = 0; at < rows.length; at += atOnce) {
    await db
      .insertInto('step_event')
      .values(rows.slice(at, at + atOnce))
      .execute()
  }
}
