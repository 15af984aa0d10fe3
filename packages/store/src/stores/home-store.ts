import type { DayFigures, HomeStore, HomeSummary } from '@latchkey/identity'
import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { fromInstant, toInstant } from '../rows.ts'
import type { DayFiguresTable } from '../schema.ts'
import { statement } from '../statement.ts'
import { passkeyAtHand } from './passkey-at-hand.ts'
import { wouldFail } from './would-fail.ts'

type InTenant = { tenantId: string }

const people = statement((db, ask: InTenant & { at: number }) =>
  db
    .selectFrom('person')
    .select((e) => {
      const has = (table: 'password' | 'totp') =>
        e.exists(
          e
            .selectFrom(table)
            .select(sql.lit(1).as('one'))
            .whereRef(`${table}.tenant_id`, '=', 'person.tenant_id')
            .whereRef(`${table}.user_id`, '=', 'person.user_id'),
        )
      const passkey = e.exists(
        e
          .selectFrom('credential')
          .select(sql.lit(1).as('one'))
          .whereRef('credential.tenant_id', '=', 'person.tenant_id')
          .whereRef('credential.user_id', '=', 'person.user_id')
          .where('credential.created_at', '<', ask.at)
          .where(passkeyAtHand()),
      )
      return [
        e.fn.countAll<number>().as('people'),
        e.fn.countAll<number>().filterWhere(passkey).as('with_passkey'),
        e.fn
          .countAll<number>()
          .filterWhere(e.and([e.not(passkey), e.or([has('password'), has('totp')])]))
          .as('only_phishable'),
      ]
    })
    .where('person.tenant_id', '=', ask.tenantId)
    .where('person.enabled', '=', sql.lit(1))
    .where('person.created_at', '<', ask.at),
)
const models = statement((db, ask: InTenant) =>
  db
    .selectFrom('credential')
    .select((e) => ['aaguid', e.fn.count<number>('user_id').distinct().as('people')])
    .where('tenant_id', '=', ask.tenantId)
    .groupBy('aaguid')
    .orderBy('aaguid'),
)
const passes = statement((db, ask: InTenant & { at: number }) =>
  db
    .selectFrom('temporary_access_pass')
    .select((e) => [
      e.fn.countAll<number>().as('in_use'),
      e.fn.min<number | null>('expires_at').as('next_ends_at'),
    ])
    .where('tenant_id', '=', ask.tenantId)
    .where('expires_at', '>', ask.at)
    .where((e) => e.or([e('once', '=', sql.lit(0)), e('used_at', 'is', null)])),
)
/** What begins a sign-in: a code comes after a password, and an app that got its answer proved nothing new. */
const first = ['passkey', 'password', 'temporaryAccessPass'].map((name) => sql.lit(name))
const signIns = statement((db, ask: InTenant & { since: string; until: string }) =>
  db
    .selectFrom('sign_in')
    .select((e) => {
      const succeeded = e('outcome', '=', sql.lit('success'))
      return [
        e.fn
          .countAll<number>()
          .filterWhere(e.and([succeeded, e('method', 'in', first)]))
          .as('sign_ins'),
        e.fn
          .countAll<number>()
          .filterWhere(e.and([succeeded, e('method', '=', sql.lit('passkey'))]))
          .as('passkey_sign_ins'),
        e.fn
          .countAll<number>()
          .filterWhere(e('outcome', '=', sql.lit('failure')))
          .as('failures'),
        e.fn.countAll<number>().filterWhere(wouldFail(e)).as('would_fail'),
      ]
    })
    .where('tenant_id', '=', ask.tenantId)
    .where('sign_in_id', '>=', ask.since)
    .where('sign_in_id', '<', ask.until),
)
const putDay = statement((db, row: DayFiguresTable) =>
  db
    .insertInto('day_figures')
    .values(row)
    .onConflict((c) =>
      c.columns(['tenant_id', 'day']).doUpdateSet((e) => ({
        people: e.ref('excluded.people'),
        with_passkey: e.ref('excluded.with_passkey'),
        sign_ins: e.ref('excluded.sign_ins'),
        passkey_sign_ins: e.ref('excluded.passkey_sign_ins'),
        failures: e.ref('excluded.failures'),
        would_fail: e.ref('excluded.would_fail'),
      })),
    ),
)
const days = statement((db, ask: InTenant & { from: string }) =>
  db
    .selectFrom('day_figures')
    .selectAll()
    .where('tenant_id', '=', ask.tenantId)
    .where('day', '>=', ask.from)
    .orderBy('day'),
)
const putSummary = statement((db, row: { tenant_id: string; at: number; content: string }) =>
  db
    .insertInto('home_summary')
    .values(row)
    .onConflict((c) =>
      c
        .column('tenant_id')
        .doUpdateSet((e) => ({ at: e.ref('excluded.at'), content: e.ref('excluded.content') })),
    ),
)
const summary = statement((db, ask: InTenant) =>
  db.selectFrom('home_summary').selectAll().where('tenant_id', '=', ask.tenantId),
)

export function homeStore(db: Database): HomeStore {
  return {
    async countPeople(tenantId, madeBefore) {
      const row = await db.first(people, { tenantId, at: toInstant(madeBefore) })
      return {
        people: row?.people ?? 0,
        withPasskey: row?.with_passkey ?? 0,
        onlyPhishable: row?.only_phishable ?? 0,
      }
    },
    countModels: (tenantId) => db.all(models, { tenantId }),
    async countPasses(tenantId, at) {
      const row = await db.first(passes, { tenantId, at: toInstant(at) })
      const end = row?.next_ends_at ?? null
      return { inUse: row?.in_use ?? 0, ...(end !== null && { nextEndsAt: fromInstant(end) }) }
    },
    async countSignIns(tenantId, between) {
      const row = await db.first(signIns, { tenantId, ...between })
      return {
        signIns: row?.sign_ins ?? 0,
        passkeySignIns: row?.passkey_sign_ins ?? 0,
        failures: row?.failures ?? 0,
        wouldFail: row?.would_fail ?? 0,
      }
    },
    async putDay(tenantId, figures) {
      await db.run(putDay, {
        tenant_id: tenantId,
        day: figures.day,
        people: figures.people,
        with_passkey: figures.withPasskey,
        sign_ins: figures.signIns,
        passkey_sign_ins: figures.passkeySignIns,
        failures: figures.failures,
        would_fail: figures.wouldFail,
      })
    },
    async listDays(tenantId, from) {
      return (await db.all(days, { tenantId, from })).map(toDay)
    },
    async putSummary(tenantId, { at, ...content }) {
      await db.run(putSummary, { tenant_id: tenantId, at: toInstant(at), content: JSON.stringify(content) })
    },
    async findSummary(tenantId) {
      const row = await db.first(summary, { tenantId })
      return row && { ...fromJson(row.content), at: fromInstant(row.at) }
    },
  }
}

type Content = Omit<HomeSummary, 'at' | 'passes'> & {
  readonly passes: { readonly inUse: number; readonly nextEndsAt?: string }
}

function fromJson(json: string): Omit<HomeSummary, 'at'> {
  const content: Content = JSON.parse(json)
  const { inUse, nextEndsAt } = content.passes
  const passes = { inUse, ...(nextEndsAt !== undefined && { nextEndsAt: new Date(nextEndsAt) }) }
  return { ...content, passes }
}

const toDay = (row: DayFiguresTable): DayFigures => ({
  day: row.day,
  people: row.people,
  withPasskey: row.with_passkey,
  signIns: row.sign_ins,
  passkeySignIns: row.passkey_sign_ins,
  failures: row.failures,
  wouldFail: row.would_fail,
})
