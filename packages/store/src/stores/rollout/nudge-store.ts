import type { NudgeRecord, NudgeStore, PeopleNamed } from '@latchkey/rollout'
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Database } from '../../database.ts'
import { fromInstant, ifPresent, present, toInstant } from '../../rows.ts'
import type { NudgeTable, Schema } from '../../schema.ts'
import { statement } from '../../statement.ts'
import { passkeyAtHand } from '../passkey-at-hand.ts'

type Key = { tenantId: string; userId: string }
type Answer = Key & { visit: string; at: number }

const byPerson = statement((db, key: Key) =>
  db.selectFrom('nudge').selectAll().where('tenant_id', '=', key.tenantId).where('user_id', '=', key.userId),
)
const askOne = statement((db, row: Pick<NudgeTable, 'tenant_id' | 'user_id' | 'asked_in' | 'asked_at'>) =>
  db
    .insertInto('nudge')
    .values({ ...row, snoozes: sql.lit(0) })
    .onConflict((c) =>
      c.columns(['tenant_id', 'user_id']).doUpdateSet((e) => {
        const left = e('nudge.asked_in', '<>', e.ref('excluded.asked_in'))
        return {
          snoozes: e
            .case()
            .when(left)
            .then(e('nudge.snoozes', '+', sql.lit(1)))
            .else(e.ref('nudge.snoozes'))
            .end(),
          snoozed_at: e.case().when(left).then(e.ref('nudge.asked_at')).else(e.ref('nudge.snoozed_at')).end(),
          asked_in: e.ref('excluded.asked_in'),
          asked_at: e.ref('excluded.asked_at'),
        }
      }),
    ),
)
const snoozeOne = statement((db, { at, ...key }: Answer) =>
  db
    .updateTable('nudge')
    .set((e) => ({ snoozes: e('snoozes', '+', sql.lit(1)), snoozed_at: at, asked_in: null, asked_at: null }))
    .where('tenant_id', '=', key.tenantId)
    .where('user_id', '=', key.userId)
    .where('asked_in', '=', key.visit),
)
const failOne = statement((db, { at, ...key }: Answer) =>
  db
    .updateTable('nudge')
    .set({ failed_at: at, asked_in: null, asked_at: null })
    .where('tenant_id', '=', key.tenantId)
    .where('user_id', '=', key.userId)
    .where('asked_in', '=', key.visit),
)
const settleOne = statement((db, { at, ...key }: Key & { at: number }) =>
  db
    .updateTable('nudge')
    .set({ snoozes: sql.lit(0), snoozed_at: at, failed_at: null, asked_in: null, asked_at: null })
    .where('tenant_id', '=', key.tenantId)
    .where('user_id', '=', key.userId),
)

export function nudgeStore(db: Database): NudgeStore {
  return {
    async find(tenantId, userId) {
      const row = await db.first(byPerson, { tenantId, userId })
      return row && toRecord(row)
    },
    async ask(tenantId, userId, visit, at) {
      await db.run(askOne, { tenant_id: tenantId, user_id: userId, asked_in: visit, asked_at: toInstant(at) })
    },
    snooze: async (tenantId, userId, visit, at) =>
      (await db.run(snoozeOne, { tenantId, userId, visit, at: toInstant(at) })) > 0,
    fail: async (tenantId, userId, visit, at) =>
      (await db.run(failOne, { tenantId, userId, visit, at: toInstant(at) })) > 0,
    async settle(tenantId, userId, at) {
      await db.run(settleOne, { tenantId, userId, at: toInstant(at) })
    },
    async countReach(tenantId, people, mostSnoozes) {
      const [row] = await db.query((builder) =>
        builder
          .selectFrom('person')
          .leftJoin('nudge', (join) =>
            join
              .onRef('nudge.tenant_id', '=', 'person.tenant_id')
              .onRef('nudge.user_id', '=', 'person.user_id'),
          )
          .where('person.tenant_id', '=', tenantId)
          .where('person.enabled', '=', 1)
          .where('person.break_glass', '=', 0)
          .where((e) => e.and([isNamed(e, people), e.not(isNamed(e, people.without))]))
          .select((e) => {
            const none = e.not(
              e.exists(
                e
                  .selectFrom('credential')
                  .select('credential_id')
                  .whereRef('credential.tenant_id', '=', 'person.tenant_id')
                  .whereRef('credential.user_id', '=', 'person.user_id')
                  .where(passkeyAtHand()),
              ),
            )
            const count = (which: Expression<SqlBool>) =>
              e.fn.coalesce(e.fn.sum<number>(e.case().when(which).then(1).else(0).end()), sql.lit(0))
            return [
              e.fn.countAll<number>().as('people'),
              count(none).as('without'),
              count(e.and([none, e('nudge.snoozes', '>', 0)])).as('put_off'),
              count(e.and([none, e('nudge.snoozes', '>=', mostSnoozes)])).as('used_up'),
            ]
          }),
      )
      return {
        people: Number(row?.people ?? 0),
        withoutPasskey: Number(row?.without ?? 0),
        putOff: Number(row?.put_off ?? 0),
        usedUp: Number(row?.used_up ?? 0),
      }
    },
  }
}

/** Whether a person is among those that are named. */
function isNamed(
  e: ExpressionBuilder<Schema, 'person'>,
  { everybody, groups, users }: PeopleNamed['without'],
): Expression<SqlBool> {
  if (everybody) return sql<SqlBool>`1 = 1`
  return e.or([
    ...(users.length > 0 ? [e('person.user_id', 'in', [...users])] : []),
    ...(groups.length > 0
      ? [
          e.exists(
            e
              .selectFrom('group_member')
              .select('group_member.user_id')
              .whereRef('group_member.tenant_id', '=', 'person.tenant_id')
              .whereRef('group_member.user_id', '=', 'person.user_id')
              .where('group_member.group_id', 'in', [...groups]),
          ),
        ]
      : []),
  ])
}

const toRecord = (row: NudgeTable): NudgeRecord => ({
  snoozes: row.snoozes,
  ...present({
    snoozedAt: ifPresent(row.snoozed_at, fromInstant),
    failedAt: ifPresent(row.failed_at, fromInstant),
  }),
  ...(row.asked_in !== null &&
    row.asked_at !== null && { open: { visit: row.asked_in, at: fromInstant(row.asked_at) } }),
})
