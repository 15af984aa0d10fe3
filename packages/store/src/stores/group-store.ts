import { type Group, type GroupStore, IdentityRefusal } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromInstant, present, toInstant } from '../rows.ts'
import type { GroupTable, MemberTable } from '../schema.ts'
import { statement } from '../statement.ts'

type Key = { tenantId: string; groupId: string }

const insertGroup = statement((db, row: GroupTable) =>
  db
    .insertInto('person_group')
    .values(row)
    .onConflict((c) => c.doNothing()),
)
const byId = statement((db, key: Key) =>
  db
    .selectFrom('person_group')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('group_id', '=', key.groupId),
)
const byName = statement((db, key: { tenantId: string; displayName: string }) =>
  db
    .selectFrom('person_group')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('display_name', '=', key.displayName),
)
const changeGroup = statement((db, { tenant_id, group_id, created_at: _, ...changed }: GroupTable) =>
  db
    .updateTable('person_group')
    .set(changed)
    .where('tenant_id', '=', tenant_id)
    .where('group_id', '=', group_id),
)
const everyGroup = statement((db, key: { tenantId: string }) =>
  db.selectFrom('person_group').selectAll().where('tenant_id', '=', key.tenantId).orderBy('display_name'),
)
const removeGroup = statement((db, key: Key) =>
  db.deleteFrom('person_group').where('tenant_id', '=', key.tenantId).where('group_id', '=', key.groupId),
)
const removeAssignments = statement((db, key: Key) =>
  db
    .deleteFrom('app_assignment')
    .where('tenant_id', '=', key.tenantId)
    .where('principal', '=', 'group')
    .where('principal_id', '=', key.groupId),
)
const insertMember = statement((db, row: MemberTable) =>
  db
    .insertInto('group_member')
    .values(row)
    .onConflict((c) => c.doNothing()),
)
const removeMember = statement((db, row: MemberTable) =>
  db
    .deleteFrom('group_member')
    .where('tenant_id', '=', row.tenant_id)
    .where('group_id', '=', row.group_id)
    .where('user_id', '=', row.user_id),
)
const members = statement((db, key: Key) =>
  db
    .selectFrom('group_member')
    .select('user_id')
    .where('tenant_id', '=', key.tenantId)
    .where('group_id', '=', key.groupId)
    .orderBy('user_id'),
)
const groupsOf = statement((db, key: { tenantId: string; userId: string }) =>
  db
    .selectFrom('group_member')
    .innerJoin('person_group', (join) =>
      join
        .onRef('person_group.tenant_id', '=', 'group_member.tenant_id')
        .onRef('person_group.group_id', '=', 'group_member.group_id'),
    )
    .selectAll('person_group')
    .where('group_member.tenant_id', '=', key.tenantId)
    .where('group_member.user_id', '=', key.userId)
    .orderBy('person_group.display_name'),
)

export function groupStore(db: Database): GroupStore {
  return {
    async insert(group) {
      if ((await db.run(insertGroup, toRow(group))) === 0) throw new IdentityRefusal('already_exists')
    },
    put: (group) =>
      db.unit(async (tx) => {
        const { tenantId, displayName } = group
        const namesake = await tx.first(byName, { tenantId, displayName })
        if (namesake !== undefined && namesake.group_id !== group.groupId) {
          throw new IdentityRefusal('already_exists')
        }
        await tx.run(changeGroup, toRow(group))
      }),
    async find(tenantId, groupId) {
      const row = await db.first(byId, { tenantId, groupId })
      return row && toGroup(row)
    },
    async list(tenantId) {
      return (await db.all(everyGroup, { tenantId })).map(toGroup)
    },
    remove: (tenantId, groupId) =>
      db.unit(async (tx) => {
        await tx.run(removeAssignments, { tenantId, groupId })
        await tx.run(removeGroup, { tenantId, groupId })
      }),
    async insertMember(tenantId, groupId, userId) {
      await db.run(insertMember, { tenant_id: tenantId, group_id: groupId, user_id: userId })
    },
    async removeMember(tenantId, groupId, userId) {
      await db.run(removeMember, { tenant_id: tenantId, group_id: groupId, user_id: userId })
    },
    async listMembers(tenantId, groupId) {
      return (await db.all(members, { tenantId, groupId })).map((row) => row.user_id)
    },
    async listOfPerson(tenantId, userId) {
      return (await db.all(groupsOf, { tenantId, userId })).map(toGroup)
    },
  }
}

const toRow = (group: Group): GroupTable => ({
  tenant_id: group.tenantId,
  group_id: group.groupId,
  display_name: group.displayName,
  description: group.description ?? null,
  created_at: toInstant(group.createdAt),
})

const toGroup = (row: GroupTable): Group => ({
  tenantId: row.tenant_id,
  groupId: row.group_id,
  displayName: row.display_name,
  ...present({ description: row.description }),
  createdAt: fromInstant(row.created_at),
})
