import { idFloor } from '@latchkey/identity'
import type { FailureCount, FunnelStore } from '@latchkey/rollout'
import { sql } from 'kysely'
import type { Database } from '../../database.ts'
import { fromInstant, present, toInstant } from '../../rows.ts'
import { statement } from '../../statement.ts'

type InTenant = { tenantId: string }

const reached = statement((db, ask: InTenant) =>
  db
    .selectFrom('step_event')
    .select((e) => [
      e.ref('user_id').$notNull().as('user_id'),
      'step',
      e.fn.min<number>('at').as('first_at'),
      e.fn.max<number>('at').as('last_at'),
    ])
    .where('tenant_id', '=', ask.tenantId)
    .where('user_id', 'is not', null)
    .groupBy(['user_id', 'step'])
    .orderBy('user_id')
    .orderBy('step'),
)
const lastFailures = statement((db, ask: InTenant) =>
  db
    .selectFrom((e) =>
      e
        .selectFrom('step_event')
        .select((s) => [
          s.ref('user_id').$notNull().as('user_id'),
          'at',
          'code',
          'aaguid',
          s.fn
            .agg<number>('row_number')
            .over((o) => o.partitionBy('user_id').orderBy('event_id', 'desc'))
            .as('turn'),
        ])
        .where('tenant_id', '=', ask.tenantId)
        .where('user_id', 'is not', null)
        .where('step', '=', sql.lit('failed'))
        .as('some'),
    )
    .select(['user_id', 'at', 'code', 'aaguid'])
    .where('turn', '=', sql.lit(1))
    .orderBy('user_id'),
)
const devices = statement((db, ask: InTenant) =>
  db
    .selectFrom((e) =>
      e
        .selectFrom('step_event')
        .select((s) => [
          s.ref('user_id').$notNull().as('user_id'),
          'device',
          s.fn
            .agg<number>('row_number')
            .over((o) => o.partitionBy('user_id').orderBy('event_id', 'desc'))
            .as('turn'),
        ])
        .where('tenant_id', '=', ask.tenantId)
        .where('user_id', 'is not', null)
        .where('device', '<>', sql.lit('unknown'))
        .as('some'),
    )
    .select(['user_id', 'device'])
    .where('turn', '=', sql.lit(1))
    .orderBy('user_id'),
)
const models = statement((db, ask: InTenant) =>
  db
    .selectFrom('step_event')
    .select((e) => [e.ref('user_id').$notNull().as('user_id'), e.ref('aaguid').$notNull().as('aaguid')])
    .where('tenant_id', '=', ask.tenantId)
    .where('user_id', 'is not', null)
    .where('step', '=', sql.lit('created'))
    .where('aaguid', 'is not', null)
    .groupBy(['user_id', 'aaguid'])
    .orderBy('user_id')
    .orderBy('aaguid'),
)
/** Instants are whole numbers in both databases, and so is what dividing one gives. */
const day = sql<number>`at / 86400000`
const troubles = statement((db, ask: InTenant) =>
  db
    .selectFrom('step_event')
    .select((e) => [e.ref('user_id').$notNull().as('user_id'), e.fn.min<number>('at').as('at')])
    .where('tenant_id', '=', ask.tenantId)
    .where('user_id', 'is not', null)
    .where('step', '=', sql.lit('failed'))
    .groupBy(['user_id', day])
    .orderBy('user_id')
    .orderBy('at'),
)
const announcements = statement((db, ask: InTenant) =>
  db
    .selectFrom('step_event')
    .select((e) => [
      'wave_id',
      'mail_kind',
      e.fn.min<number>('at').as('first_at'),
      e.fn.count<number>('user_id').distinct().as('people'),
    ])
    .where('tenant_id', '=', ask.tenantId)
    .where('step', '=', sql.lit('mailSent'))
    .groupBy(['wave_id', 'mail_kind'])
    .orderBy('first_at'),
)
const seen = statement((db, ask: InTenant & { since: string }) =>
  db
    .selectFrom('sign_in')
    .select((e) => [
      e.ref('user_id').$notNull().as('user_id'),
      'user_agent',
      e.fn.max<number>('at').as('last_at'),
    ])
    .where('tenant_id', '=', ask.tenantId)
    .where('sign_in_id', '>=', ask.since)
    .where('user_id', 'is not', null)
    .groupBy(['user_id', 'user_agent'])
    .orderBy('user_id')
    .orderBy('last_at', 'desc'),
)
/** Nearest rank: the length that as many of a hundred sign-ins, or a little more, did not exceed. */
const times = statement((db, ask: InTenant & { since: string }) =>
  db
    .selectFrom((e) =>
      e
        .selectFrom('sign_in')
        .select((s) => [
          s.ref('method').$notNull().as('method'),
          s.ref('elapsed').$notNull().as('elapsed'),
          s.fn
            .agg<number>('row_number')
            .over((o) => o.partitionBy('method').orderBy('elapsed'))
            .as('turn'),
          s.fn
            .countAll<number>()
            .over((o) => o.partitionBy('method'))
            .as('signed'),
        ])
        .where('tenant_id', '=', ask.tenantId)
        .where('sign_in_id', '>=', ask.since)
        .where('outcome', '=', sql.lit('success'))
        .where('method', 'is not', null)
        .where('elapsed', 'is not', null)
        .as('some'),
    )
    .select((e) => [
      'method',
      e.fn.max<number>('signed').as('sign_ins'),
      e.fn.min<number>('elapsed').filterWhere(sql<boolean>`turn * 2 >= signed`).as('median'),
      e.fn.min<number>('elapsed').filterWhere(sql<boolean>`turn * 10 >= signed * 9`).as('ninetieth'),
    ])
    .groupBy('method')
    .orderBy('median')
    .orderBy('method'),
)
const failedSignIns = statement((db, ask: InTenant & { since: string }) =>
  db
    .selectFrom('sign_in')
    .select((e) => [
      'code',
      'aaguid',
      e.fn.countAll<number>().as('failures'),
      e.fn.count<number>('user_id').distinct().as('people'),
      e.fn.max<number>('at').as('last_at'),
    ])
    .where('tenant_id', '=', ask.tenantId)
    .where('sign_in_id', '>=', ask.since)
    // Written out: an index with a condition is used for nothing but its very condition.
    .where('code', '<>', sql.lit(''))
    // A browser that made no passkey says so in the log, too; it is counted as what it is.
    .where((e) => e.or([e('detail', 'is', null), e('detail', 'not like', sql.lit('create: %'))]))
    .groupBy(['code', 'aaguid']),
)
const failedRegistrations = statement((db, ask: InTenant & { since: number }) =>
  db
    .selectFrom('step_event')
    .select((e) => [
      e.fn.coalesce('code', sql.lit('')).as('code'),
      'aaguid',
      e.fn.countAll<number>().as('failures'),
      e.fn.count<number>('user_id').distinct().as('people'),
      e.fn.max<number>('at').as('last_at'),
    ])
    .where('tenant_id', '=', ask.tenantId)
    .where('step', '=', sql.lit('failed'))
    .where('at', '>=', ask.since)
    .groupBy(['code', 'aaguid']),
)

export function funnelStore(db: Database): FunnelStore {
  return {
    listReached: async (tenantId) =>
      (await db.all(reached, { tenantId })).map((row) => ({
        userId: row.user_id,
        step: row.step,
        firstAt: fromInstant(row.first_at),
        lastAt: fromInstant(row.last_at),
      })),
    listLastFailures: async (tenantId) =>
      (await db.all(lastFailures, { tenantId })).map((row) => ({
        userId: row.user_id,
        at: fromInstant(row.at),
        code: row.code ?? '',
        ...present({ aaguid: row.aaguid }),
      })),
    listDevices: async (tenantId) =>
      (await db.all(devices, { tenantId })).map((row) => ({ userId: row.user_id, device: row.device })),
    listSeen: async (tenantId, since) =>
      (await db.all(seen, { tenantId, since: idFloor(since) })).map((row) => ({
        userId: row.user_id,
        userAgent: row.user_agent,
        lastAt: fromInstant(row.last_at),
      })),
    listModels: async (tenantId) =>
      (await db.all(models, { tenantId })).map((row) => ({ userId: row.user_id, aaguid: row.aaguid })),
    listTroubles: async (tenantId) =>
      (await db.all(troubles, { tenantId })).map((row) => ({ userId: row.user_id, at: fromInstant(row.at) })),
    listAnnouncements: async (tenantId) =>
      (await db.all(announcements, { tenantId })).map((row) => ({
        ...present({ waveId: row.wave_id, mailKind: row.mail_kind }),
        at: fromInstant(row.first_at),
        people: row.people,
      })),
    timeSignIns: async (tenantId, since) =>
      (await db.all(times, { tenantId, since: idFloor(since) })).map((row) => ({
        method: row.method,
        signIns: row.sign_ins,
        medianMilliseconds: row.median,
        ninetiethMilliseconds: row.ninetieth,
      })),
    async countFailures(tenantId, since) {
      const registering = await db.all(failedRegistrations, { tenantId, since: toInstant(since) })
      const signingIn = await db.all(failedSignIns, { tenantId, since: idFloor(since) })
      return [
        ...registering.map((row) => toFailure('registering', row)),
        ...signingIn.map((row) => toFailure('signingIn', row)),
      ].toSorted((a, b) => b.failures - a.failures || b.lastAt.getTime() - a.lastAt.getTime())
    },
  }
}

interface FailureRow {
  readonly code: string
  readonly aaguid: string | null
  readonly failures: number
  readonly people: number
  readonly last_at: number
}

const toFailure = (when: FailureCount['when'], row: FailureRow): FailureCount => ({
  when,
  code: row.code,
  ...present({ aaguid: row.aaguid }),
  failures: row.failures,
  people: row.people,
  lastAt: fromInstant(row.last_at),
})
