import { type AdministratorRole, IdentityRefusal, type RoleStore } from '@latchkey/identity'
import type { Database } from '../database.ts'
import type { RoleTable } from '../schema.ts'
import { statement } from '../statement.ts'

const insertRole = statement((db, row: RoleTable) =>
  db
    .insertInto('administrator_role')
    .values(row)
    .onConflict((c) => c.doNothing()),
)
const removeRole = statement((db, row: RoleTable) =>
  db
    .deleteFrom('administrator_role')
    .where('tenant_id', '=', row.tenant_id)
    .where('user_id', '=', row.user_id)
    .where('role', '=', row.role),
)
const otherAdministrators = statement((db, key: { tenantId: string; userId: string }) =>
  db
    .selectFrom('administrator_role as held')
    .innerJoin('person', (join) =>
      join.onRef('person.tenant_id', '=', 'held.tenant_id').onRef('person.user_id', '=', 'held.user_id'),
    )
    .select('held.user_id')
    .where('held.tenant_id', '=', key.tenantId)
    .where('held.role', '=', 'globalAdministrator')
    .where('held.user_id', '<>', key.userId)
    .where('person.enabled', '=', 1)
    .limit(1),
)
const rolesOf = statement((db, key: { tenantId: string; userId: string }) =>
  db
    .selectFrom('administrator_role')
    .select('role')
    .where('tenant_id', '=', key.tenantId)
    .where('user_id', '=', key.userId)
    .orderBy('role'),
)
const holders = statement((db, key: { tenantId: string; role: AdministratorRole }) =>
  db
    .selectFrom('administrator_role')
    .select('user_id')
    .where('tenant_id', '=', key.tenantId)
    .where('role', '=', key.role)
    .orderBy('user_id'),
)

export function roleStore(db: Database): RoleStore {
  return {
    async insert(tenantId, userId, role) {
      await db.run(insertRole, { tenant_id: tenantId, user_id: userId, role })
    },
    remove: (tenantId, userId, role) =>
      // Units are serial on both databases: of two who remove each other, the second sees what the first did.
      db.unit(async (tx) => {
        if (role === 'globalAdministrator') {
          const administrators = await tx.all(holders, { tenantId, role })
          if (!administrators.some((row) => row.user_id === userId)) return
          const other = await tx.first(otherAdministrators, { tenantId, userId })
          if (other === undefined) throw new IdentityRefusal('last_administrator')
        }
        await tx.run(removeRole, { tenant_id: tenantId, user_id: userId, role })
      }),
    async listOfPerson(tenantId, userId) {
      return (await db.all(rolesOf, { tenantId, userId })).map((row) => row.role)
    },
    async listHolders(tenantId, role) {
      return (await db.all(holders, { tenantId, role })).map((row) => row.user_id)
    },
  }
}
