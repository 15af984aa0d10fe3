import {
  IdentityRefusal,
  type Person,
  type PersonMethods,
  type PersonStore,
  type SignInMethod,
  toSearchTerms,
} from '@latchkey/identity'
import { sql } from 'kysely'
import type { Database } from '../database.ts'
import type { PersonTable } from '../schema.ts'
import { statement } from '../statement.ts'
import { inChunks } from './in-chunks.ts'
import { listPeople } from './people-list.ts'
import { type ChangeablePerson, toPerson, toRow, unchanging } from './person-row.ts'
import { removeWhatIsTheirs } from './remove-person.ts'

type Key = { tenantId: string; userId: string }

const insertPerson = statement((db, row: PersonTable) =>
  db
    .insertInto('person')
    .values(row)
    .onConflict((c) => c.doNothing()),
)
const byId = statement((db, key: Key) =>
  db.selectFrom('person').selectAll().where('tenant_id', '=', key.tenantId).where('user_id', '=', key.userId),
)
const byUserName = statement((db, key: { tenantId: string; userName: string }) =>
  db
    .selectFrom('person')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('user_name', '=', key.userName),
)
const byUserHandle = statement((db, key: { tenantId: string; userHandle: Uint8Array }) =>
  db
    .selectFrom('person')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('user_handle', '=', key.userHandle),
)
/** At or after the point, else the very first: one statement, so that its time says nothing. */
const nearest = statement((db, key: { tenantId: string; point: Uint8Array }) => {
  const first = db
    .selectFrom('person')
    .select(['user_id', 'tenant_id', 'handle_point'])
    .where('tenant_id', '=', key.tenantId)
    .orderBy('handle_point')
    .limit(1)
  return db
    .selectFrom(first.where('handle_point', '>=', key.point).as('after'))
    .select(['tenant_id', 'user_id', sql<number>`0`.as('turn')])
    .unionAll(db.selectFrom(first.as('wrapped')).select(['tenant_id', 'user_id', sql<number>`1`.as('turn')]))
    .orderBy('turn')
    .limit(1)
})
const page = statement((db, asked: { tenantId: string; after: string; limit: number }) =>
  db
    .selectFrom('person')
    .selectAll()
    .where('tenant_id', '=', asked.tenantId)
    .where('user_name', '>', asked.after)
    .orderBy('user_name')
    .limit(asked.limit),
)
const countPeople = statement((db, key: { tenantId: string }) =>
  db
    .selectFrom('person')
    .select((e) => e.fn.countAll<number>().as('people'))
    .where('tenant_id', '=', key.tenantId),
)
const methods = statement((db, key: Key) =>
  db.selectNoFrom((e) => [
    e
      .selectFrom('credential')
      .select((c) => c.fn.countAll<number>().as('n'))
      .where('tenant_id', '=', key.tenantId)
      .where('user_id', '=', key.userId)
      .as('passkeys'),
    e
      .selectFrom('password')
      .select((c) => c.fn.countAll<number>().as('n'))
      .where('tenant_id', '=', key.tenantId)
      .where('user_id', '=', key.userId)
      .as('passwords'),
    e
      .selectFrom('totp')
      .select((c) => c.fn.countAll<number>().as('n'))
      .where('tenant_id', '=', key.tenantId)
      .where('user_id', '=', key.userId)
      .as('totps'),
    e
      .selectFrom('approver')
      .innerJoin('registered_device', (join) =>
        join
          .onRef('registered_device.tenant_id', '=', 'approver.tenant_id')
          .onRef('registered_device.device_id', '=', 'approver.device_id')
          .onRef('registered_device.user_id', '=', 'approver.user_id'),
      )
      .innerJoin('device', (join) =>
        join
          .onRef('device.tenant_id', '=', 'registered_device.tenant_id')
          .onRef('device.object_id', '=', 'registered_device.object_id'),
      )
      .select((c) => c.fn.countAll<number>().as('n'))
      .where('approver.tenant_id', '=', key.tenantId)
      .where('approver.user_id', '=', key.userId)
      .where('device.enabled', '=', sql.lit(1))
      .as('approvers'),
  ]),
)
const changePerson = statement((db, { tenant_id, user_id, ...changed }: ChangeablePerson) =>
  db.updateTable('person').set(changed).where('tenant_id', '=', tenant_id).where('user_id', '=', user_id),
)
const lastMethod = statement((db, change: Key & { method: SignInMethod }) =>
  db
    .updateTable('person')
    .set({ last_method: change.method })
    .where('tenant_id', '=', change.tenantId)
    .where('user_id', '=', change.userId),
)
const defaultMethod = statement((db, change: Key & { method: SignInMethod | null }) =>
  db
    .updateTable('person')
    .set({ default_method: change.method })
    .where('tenant_id', '=', change.tenantId)
    .where('user_id', '=', change.userId),
)
const securityStamp = statement((db, change: Key & { stamp: string }) =>
  db
    .updateTable('person')
    .set({ security_stamp: change.stamp })
    .where('tenant_id', '=', change.tenantId)
    .where('user_id', '=', change.userId),
)

const removeTerms = statement((db, key: Key) =>
  db.deleteFrom('person_term').where('tenant_id', '=', key.tenantId).where('user_id', '=', key.userId),
)

/** What a person is found by, in one statement. */
async function insertTerms(tx: Database, person: Person): Promise<void> {
  const { tenantId, userId, userName } = person
  const rows = toSearchTerms(person).map((term) => ({
    tenant_id: tenantId,
    term,
    user_name: userName,
    user_id: userId,
  }))
  if (rows.length > 0)
    await tx.query((builder) => builder.insertInto('person_term').values(rows).returning('term'))
}

export function personStore(db: Database): PersonStore {
  const found = (row: PersonTable | undefined) => row && toPerson(row)

  return {
    insert: (person) =>
      db.unit(async (tx) => {
        const row = { ...toRow(person), ...unchanging(person) }
        if ((await tx.run(insertPerson, row)) === 0) throw new IdentityRefusal('already_exists')
        await insertTerms(tx, person)
      }),
    find: async (tenantId, userId) => found(await db.first(byId, { tenantId, userId })),
    findByUserName: async (tenantId, userName) => found(await db.first(byUserName, { tenantId, userName })),
    findByUserHandle: async (tenantId, userHandle) =>
      found(await db.first(byUserHandle, { tenantId, userHandle })),
    async findNearest(tenantId, point) {
      const neighbour = await db.first(nearest, { tenantId, point })
      return neighbour && found(await db.first(byId, { tenantId, userId: neighbour.user_id }))
    },
    async list(tenantId, { limit, after = '' }) {
      return (await db.all(page, { tenantId, after, limit })).map(toPerson)
    },
    search: (tenantId, query) => listPeople(db, tenantId, query),
    async listByIds(tenantId, userIds) {
      const rows = await inChunks(userIds, (some = []) =>
        db.query((builder) =>
          builder
            .selectFrom('person')
            .selectAll()
            .where('tenant_id', '=', tenantId)
            .where('user_id', 'in', some),
        ),
      )
      return rows
        .flat()
        .map(toPerson)
        .sort((a, b) => (a.userName < b.userName ? -1 : 1))
    },
    async listByUserNames(tenantId, userNames) {
      const rows = await inChunks(userNames, (some = []) =>
        db.query((builder) =>
          builder
            .selectFrom('person')
            .selectAll()
            .where('tenant_id', '=', tenantId)
            .where('user_name', 'in', some),
        ),
      )
      return rows.flat().map(toPerson)
    },
    async count(tenantId) {
      return (await db.first(countPeople, { tenantId }))?.people ?? 0
    },
    async findMethods(tenantId, userId): Promise<PersonMethods> {
      const has = await db.first(methods, { tenantId, userId })
      return {
        passkeys: has?.passkeys ?? 0,
        password: (has?.passwords ?? 0) > 0,
        totp: (has?.totps ?? 0) > 0,
        ...((has?.approvers ?? 0) > 0 && { push: true }),
      }
    },
    put: (person) =>
      db.unit(async (tx) => {
        const namesake = await tx.first(byUserName, { tenantId: person.tenantId, userName: person.userName })
        if (namesake !== undefined && namesake.user_id !== person.userId) {
          throw new IdentityRefusal('already_exists')
        }
        await tx.run(changePerson, toRow(person))
        await tx.run(removeTerms, { tenantId: person.tenantId, userId: person.userId })
        await insertTerms(tx, person)
      }),
    async putLastMethod(tenantId, userId, method) {
      await db.run(lastMethod, { tenantId, userId, method })
    },
    async putDefaultMethod(tenantId, userId, method) {
      await db.run(defaultMethod, { tenantId, userId, method: method ?? null })
    },
    async putSecurityStamp(tenantId, userId, stamp) {
      await db.run(securityStamp, { tenantId, userId, stamp })
    },
    remove: (tenantId, userId) => removeWhatIsTheirs(db, tenantId, userId),
  }
}
