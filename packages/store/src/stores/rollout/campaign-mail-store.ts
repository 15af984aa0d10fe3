import { type StepName, steps } from '@latchkey/identity'
import type { CampaignMail, CampaignMailStore, WaveGroups } from '@latchkey/rollout'
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Database } from '../../database.ts'
import { fromInstant, ifPresent, present, toInstant, toOptionalInstant } from '../../rows.ts'
import type { CampaignMailTable, Schema } from '../../schema.ts'
import { type Builder, statement } from '../../statement.ts'
import { inPieces, type Piece } from '../in-pieces.ts'

type Key = { tenantId: string; mailId: string }

/** What somebody does on the way to a passkey; what is merely shown to them, or done for them, is none of it. */
const acts: readonly StepName[] = steps.filter(
  (step) => !['mailSent', 'mailOpened', 'offered', 'snoozed', 'used'].includes(step),
)

const insertMail = statement((db, row: CampaignMailTable) =>
  db
    .insertInto('campaign_mail')
    .values(row)
    .onConflict((c) => c.doNothing()),
)
const byId = statement((db, key: Key) =>
  db
    .selectFrom('campaign_mail')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('mail_id', '=', key.mailId),
)
const byToken = statement((db, key: { tokenHash: Uint8Array }) =>
  db.selectFrom('campaign_mail').selectAll().where('token_hash', '=', key.tokenHash),
)
const decidedSince = statement((db, ask: { tenantId: string; since: number }) =>
  db
    .selectFrom('campaign_mail')
    .select((e) => e.fn.countAll<number | string>().as('mails'))
    .where('tenant_id', '=', ask.tenantId)
    .where('decided_at', '>', ask.since)
    .where('state', '!=', 'notNeeded'),
)
const stillWaiting = statement((db, ask: { tenantId: string }) =>
  db
    .selectFrom('campaign_mail')
    .select((e) => e.fn.countAll<number | string>().as('mails'))
    .where('tenant_id', '=', ask.tenantId)
    .where('state', '=', sql.lit('waiting')),
)
const counted = statement((db, ask: { tenantId: string }) =>
  db
    .selectFrom('campaign_mail')
    .select((e) => [
      'wave_id',
      'kind',
      'day_zero',
      'state',
      e.fn.countAll<number | string>().as('mails'),
      e.fn
        .sum<number | string>(e.case().when('again', '=', e.lit(0)).then(e.lit(1)).else(e.lit(0)).end())
        .as('people'),
      e.fn.count<number | string>('opened_at').as('opened'),
    ])
    .where('tenant_id', '=', ask.tenantId)
    .groupBy(['wave_id', 'kind', 'day_zero', 'state']),
)
const markSent = statement((db, change: Key & { at: number }) =>
  waitingMail(db, change).set({ state: 'sent', sent_at: change.at, error: null }),
)
const markFailed = statement((db, change: Key & { error: string }) =>
  waitingMail(db, change).set({ state: 'failed', error: change.error }),
)
const keepError = statement((db, change: Key & { error: string }) =>
  waitingMail(db, change).set({ error: change.error }),
)
const markOpened = statement((db, change: Key & { at: number }) =>
  db
    .updateTable('campaign_mail')
    .set({ opened_at: change.at })
    .where('tenant_id', '=', change.tenantId)
    .where('mail_id', '=', change.mailId)
    .where('state', '=', 'sent')
    .where('opened_at', 'is', null),
)
const removeWaiting = statement((db, key: Key) =>
  db
    .deleteFrom('campaign_mail')
    .where('tenant_id', '=', key.tenantId)
    .where('mail_id', '=', key.mailId)
    .where('state', '=', 'waiting'),
)
// A cross join, since SQLite keeps its order: from the little that was done lately to the mails, and not the other way round.
const followed = statement(
  (db, ask: { tenantId: string; sentSince: number; actedSince: number; limit: number }) =>
    db
      .selectFrom('step_event')
      .crossJoin('campaign_mail')
      .selectAll('campaign_mail')
      .select((e) => e.fn.min('step_event.at').as('followed_at'))
      .where('step_event.tenant_id', '=', ask.tenantId)
      .where('step_event.at', '>=', ask.actedSince)
      .where('step_event.step', 'in', acts)
      .whereRef('campaign_mail.tenant_id', '=', 'step_event.tenant_id')
      .whereRef('campaign_mail.user_id', '=', 'step_event.user_id')
      .whereRef('campaign_mail.sent_at', '<=', 'step_event.at')
      .where('campaign_mail.state', '=', sql.lit('sent'))
      .where('campaign_mail.opened_at', 'is', null)
      .where('campaign_mail.decided_at', '>=', ask.sentSince)
      .groupBy(['campaign_mail.tenant_id', 'campaign_mail.mail_id'])
      .orderBy('campaign_mail.mail_id')
      .limit(ask.limit),
)
const removeSome = statement((db, { before, limit }: Piece) =>
  db
    .deleteFrom('campaign_mail')
    .where((e) =>
      e(
        e.refTuple('tenant_id', 'mail_id'),
        'in',
        e
          .selectFrom('campaign_mail')
          .select(['tenant_id', 'mail_id'])
          .where('decided_at', '<', before)
          .orderBy('decided_at')
          .limit(limit)
          .$asTuple('tenant_id', 'mail_id'),
      ),
    ),
)

export function campaignMailStore(db: Database): CampaignMailStore {
  return {
    insert: async (mail) => (await db.run(insertMail, toRow(mail))) > 0,
    async find(tenantId, mailId) {
      const row = await db.first(byId, { tenantId, mailId })
      return row && toMail(row)
    },
    async findByToken(tokenHash) {
      const row = await db.first(byToken, { tokenHash })
      return row && toMail(row)
    },
    async listUndecided(tenantId, { kind, dayZero, limit, firstUsedSince, ...groups }) {
      if (groups.groupIds.length === 0) return []
      const rows = await db.query((builder) => {
        const first = builder.selectFrom('person').where('person.tenant_id', '=', tenantId)
        // Said first, and so asked first: those few lead to the rest, and not everybody of the wave.
        const some =
          firstUsedSince === undefined
            ? first
            : first.where('person.user_id', 'in', firstUsed(builder, tenantId, firstUsedSince))
        return peopleOf(some, builder, { tenantId, ...groups })
          .select('person.user_id')
          .where((e) =>
            e.not(
              e.exists(
                e
                  .selectFrom('campaign_mail')
                  .select('mail_id')
                  .whereRef('campaign_mail.tenant_id', '=', 'person.tenant_id')
                  .whereRef('campaign_mail.user_id', '=', 'person.user_id')
                  .where('kind', '=', kind)
                  .where('day_zero', '=', dayZero),
              ),
            ),
          )
          .orderBy('person.user_id')
          .limit(limit)
      })
      return rows.map((row) => row.user_id)
    },
    async countPeople(tenantId, groups) {
      if (groups.groupIds.length === 0) return 0
      const [row] = await db.query((builder) =>
        peopleOf(builder.selectFrom('person').where('person.tenant_id', '=', tenantId), builder, {
          tenantId,
          ...groups,
        }).select((e) => e.fn.countAll<number | string>().as('people')),
      )
      return Number(row?.people ?? 0)
    },
    async count(tenantId) {
      const rows = await db.all(counted, { tenantId })
      return rows.map((row) => ({
        waveId: row.wave_id,
        kind: row.kind,
        dayZero: row.day_zero,
        state: row.state,
        mails: Number(row.mails),
        people: Number(row.people),
        opened: Number(row.opened),
      }))
    },
    async list(tenantId, { limit, before, waveId, kind, state, userId }) {
      const rows = await db.query((builder) => {
        let query = builder.selectFrom('campaign_mail').selectAll().where('tenant_id', '=', tenantId)
        if (before !== undefined) query = query.where('mail_id', '<', before)
        if (waveId !== undefined) query = query.where('wave_id', '=', waveId)
        if (kind !== undefined) query = query.where('kind', '=', kind)
        if (state !== undefined) query = query.where('state', '=', state)
        if (userId !== undefined) query = query.where('user_id', '=', userId)
        return query.orderBy('mail_id', 'desc').limit(limit)
      })
      return rows.map(toMail)
    },
    async countDecidedSince(tenantId, since) {
      return Number((await db.first(decidedSince, { tenantId, since: toInstant(since) }))?.mails ?? 0)
    },
    async countWaiting(tenantId) {
      return Number((await db.first(stillWaiting, { tenantId }))?.mails ?? 0)
    },
    putSent: async (tenantId, mailId, at) =>
      (await db.run(markSent, { tenantId, mailId, at: toInstant(at) })) > 0,
    putFailed: async (tenantId, mailId, error) => (await db.run(markFailed, { tenantId, mailId, error })) > 0,
    async putError(tenantId, mailId, error) {
      await db.run(keepError, { tenantId, mailId, error })
    },
    putOpened: async (tenantId, mailId, at) =>
      (await db.run(markOpened, { tenantId, mailId, at: toInstant(at) })) > 0,
    removeWaiting: async (tenantId, mailId) => (await db.run(removeWaiting, { tenantId, mailId })) > 0,
    async listFollowed(tenantId, { sentSince, actedSince, limit }) {
      const rows = await db.all(followed, {
        tenantId,
        sentSince: toInstant(sentSince),
        actedSince: toInstant(actedSince),
        limit,
      })
      return rows.map(({ followed_at, ...row }) => ({
        mail: toMail(row),
        at: fromInstant(Number(followed_at)),
      }))
    },
    removeBefore: (at) => inPieces((limit) => db.run(removeSome, { before: toInstant(at), limit })),
  }
}

const waitingMail = (db: Builder, { tenantId, mailId }: Key) =>
  db
    .updateTable('campaign_mail')
    .where('tenant_id', '=', tenantId)
    .where('mail_id', '=', mailId)
    .where('state', '=', 'waiting')

/** Who came to the first use of a passkey since then. */
const firstUsed = (builder: Builder, tenantId: string, since: Date) =>
  builder
    .selectFrom('step_event')
    .select((e) => e.ref('step_event.user_id').$notNull().as('user_id'))
    .where('step_event.tenant_id', '=', tenantId)
    .where('step_event.at', '>=', toInstant(since))
    .where('step_event.step', '=', 'firstUsed')
    .where('step_event.user_id', 'is not', null)

/** Of some people: who is in one of the groups and in none of the earlier ones, is switched on, and not kept for emergencies. */
function peopleOf<O>(
  some: SelectQueryBuilder<Schema, 'person', O>,
  builder: Builder,
  { tenantId, groupIds, earlierGroupIds }: WaveGroups & { readonly tenantId: string },
) {
  const isIn = (ids: readonly string[]) =>
    builder
      .selectFrom('group_member')
      .select('group_member.user_id')
      .where('group_member.tenant_id', '=', tenantId)
      .where('group_member.group_id', 'in', ids)
  const query = some
    .where('person.enabled', '=', 1)
    .where('person.break_glass', '=', 0)
    .where('person.user_id', 'in', isIn(groupIds))
  return earlierGroupIds.length === 0 ? query : query.where('person.user_id', 'not in', isIn(earlierGroupIds))
}

const toRow = (mail: CampaignMail): CampaignMailTable => ({
  tenant_id: mail.tenantId,
  mail_id: mail.mailId,
  wave_id: mail.waveId,
  user_id: mail.userId,
  kind: mail.kind,
  day_zero: mail.dayZero,
  again: mail.again,
  token_hash: mail.tokenHash ?? null,
  state: mail.state,
  decided_at: toInstant(mail.decidedAt),
  sent_at: toOptionalInstant(mail.sentAt),
  opened_at: toOptionalInstant(mail.openedAt),
  error: mail.error ?? null,
})

const toMail = (row: CampaignMailTable): CampaignMail => ({
  tenantId: row.tenant_id,
  mailId: row.mail_id,
  waveId: row.wave_id,
  userId: row.user_id,
  kind: row.kind,
  dayZero: row.day_zero,
  again: row.again,
  state: row.state,
  decidedAt: fromInstant(row.decided_at),
  ...present({
    tokenHash: row.token_hash,
    sentAt: ifPresent(row.sent_at, fromInstant),
    openedAt: ifPresent(row.opened_at, fromInstant),
    error: row.error,
  }),
})
