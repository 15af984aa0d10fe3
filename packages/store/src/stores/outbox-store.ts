import type { OutboxMessage, OutboxStore } from '@latchkey/identity'
import type { Selectable } from 'kysely'
import type { Database } from '../database.ts'
import { skippingLocked } from '../dialect/locking.ts'
import { fromInstant, toInstant } from '../rows.ts'
import type { OutboxTable } from '../schema.ts'
import { statement } from '../statement.ts'

const insertMessage = statement((db, row: OutboxTable) => db.insertInto('outbox').values(row))
const takeDue = statement((db, { at, until, limit }: { at: number; until: number; limit: number }) =>
  db
    .updateTable('outbox')
    .set((e) => ({ taken_until: until, attempts: e('attempts', '+', e.lit(1)) }))
    .where('message_id', 'in', (e) =>
      skippingLocked(
        db,
        e
          .selectFrom('outbox')
          .select('message_id')
          .where('not_before', '<=', at)
          .where('taken_until', '<=', at)
          .orderBy('not_before')
          .orderBy('message_id')
          .limit(limit),
      ),
    )
    .returningAll(),
)
const removeMessage = statement((db, key: { messageId: string }) =>
  db.deleteFrom('outbox').where('message_id', '=', key.messageId),
)
const retry = statement((db, change: { messageId: string; notBefore: number; error: string }) =>
  db
    .updateTable('outbox')
    .set({ not_before: change.notBefore, taken_until: 0, last_error: change.error })
    .where('message_id', '=', change.messageId),
)
const countMessages = statement((db) =>
  db.selectFrom('outbox').select((e) => e.fn.countAll<number>().as('messages')),
)

export function outboxStore(db: Database): OutboxStore {
  return {
    async insert(message) {
      await db.run(insertMessage, {
        message_id: message.messageId,
        tenant_id: message.tenantId,
        kind: message.kind,
        payload: message.payload,
        created_at: toInstant(message.createdAt),
        not_before: toInstant(message.notBefore),
        taken_until: 0,
        attempts: message.attempts,
        last_error: null,
      })
    },
    async takeDue(at, until, limit) {
      const rows = await db.all(takeDue, { at: toInstant(at), until: toInstant(until), limit })
      // What a statement returns has no order.
      return rows.map(toMessage).sort((a, b) => (a.messageId < b.messageId ? -1 : 1))
    },
    async remove(messageId) {
      await db.run(removeMessage, { messageId })
    },
    async putRetry(messageId, notBefore, error) {
      await db.run(retry, { messageId, notBefore: toInstant(notBefore), error })
    },
    async count() {
      return (await db.first(countMessages, {}))?.messages ?? 0
    },
  }
}

const toMessage = (row: Selectable<OutboxTable>): OutboxMessage => ({
  messageId: row.message_id,
  tenantId: row.tenant_id,
  kind: row.kind,
  payload: row.payload,
  createdAt: fromInstant(row.created_at),
  notBefore: fromInstant(row.not_before),
  attempts: row.attempts,
})
