import {
  IdentityRefusal,
  type Person,
  type PersonMethods,
  type PersonStore,
  type SignInMethod,
} from '@latchkey/identity'
import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { fromFlag, fromInstant, present, toFlag, toInstant } from '../rows.ts'
import type { PersonTable } from '../schema.ts'
import { statement } from '../statement.ts'
import { inChunks } from './in-chunks.ts'
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
  ]),
)
type Changeable = Omit<
  PersonTable,
  'user_handle' | 'handle_point' | 'last_method' | 'default_method' | 'created_at'
>
const changePerson = statement((db, { tenant_id, user_id, ...changed }: Changeable) =>
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

export function personStore(db: Database): PersonStore {
  const found = (row: PersonTable | undefined) => row && toPerson(row)

  return {
    async insert(person) {
      const row = { ...toRow(person), ...unchanging(person) }
      if ((await db.run(insertPerson, row)) === 0) throw new IdentityRefusal('already_exists')
    },
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
    async count(tenantId) {
      return (await db.first(countPeople, { tenantId }))?.people ?? 0
    },
    async findMethods(tenantId, userId): Promise<PersonMethods> {
      const has = await db.first(methods, { tenantId, userId })
      return {
        passkeys: has?.passkeys ?? 0,
        password: (has?.passwords ?? 0) > 0,
        totp: (has?.totps ?? 0) > 0,
      }
    },
    put: (person) =>
      db.unit(async (tx) => {
        const namesake = await tx.first(byUserName, { tenantId: person.tenantId, userName: person.userName })
        if (namesake !== undefined && namesake.user_id !== person.userId) {
          throw new IdentityRefusal('already_exists')
        }
        await tx.run(changePerson, toRow(person))
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

const toRow = (person: Person): Changeable => ({
  tenant_id: person.tenantId,
  user_id: person.userId,
  user_name: person.userName,
  display_name: person.displayName,
  given_name: person.givenName ?? null,
  surname: person.surname ?? null,
  mail: person.mail ?? null,
  preferred_language: person.preferredLanguage ?? null,
  enabled: toFlag(person.enabled),
  break_glass: toFlag(person.breakGlass),
  security_stamp: person.securityStamp,
})

const unchanging = (person: Person) => ({
  user_handle: person.userHandle,
  handle_point: person.userHandle.slice(-32),
  last_method: person.lastMethod ?? null,
  default_method: person.defaultMethod ?? null,
  created_at: toInstant(person.createdAt),
})

export const toPerson = (row: PersonTable): Person => ({
  tenantId: row.tenant_id,
  userId: row.user_id,
  userName: row.user_name,
  displayName: row.display_name,
  ...present({
    givenName: row.given_name,
    surname: row.surname,
    mail: row.mail,
    preferredLanguage: row.preferred_language,
    lastMethod: row.last_method,
    defaultMethod: row.default_method,
  }),
  enabled: fromFlag(row.enabled),
  breakGlass: fromFlag(row.break_glass),
  userHandle: row.user_handle,
  securityStamp: row.security_stamp,
  createdAt: fromInstant(row.created_at),
})
