import type { Group, Person } from '@latchkey/identity'
import { addGroup, addMember, changeGroup, removeGroup, removeMember } from '@latchkey/identity/administer'
import { z } from 'zod'
import { by } from '../attribution.ts'
import { created, entity, noContent } from '../graph-answer.ts'
import { pageOf } from '../graph-page.ts'
import { GraphRefusal } from '../graph-refusal.ts'
import type { GraphCall, GraphPermissions, GraphRoute } from '../graph-route.ts'
import { ifGiven } from '../if-given.ts'
import { keyOf, resourceMissing } from '../key-of.ts'
import { listOptions } from '../odata-query.ts'
import { termsOf } from '../policies/change-rule.ts'
import { graphBoolean, readGraphBody } from '../read-graph-body.ts'
import { getUser } from './find-user.ts'
import { groupShape, toGroup } from './group.ts'
import { getReferredUser } from './reference.ts'
import { toDirectoryUser, userShape } from './user.ts'

const text = z.string().max(1000)

const NewGroup = z.strictObject({
  displayName: text,
  description: text.nullable().optional(),
  /** What Graph wants said of a security group; ours are nothing else. */
  mailEnabled: graphBoolean.optional(),
  securityEnabled: graphBoolean.optional(),
  mailNickname: text.optional(),
  groupTypes: z.array(text).optional(),
})

const GroupChange = z.strictObject({ displayName: text.optional(), description: text.nullable().optional() })

const readers = ['Group.Read.All', 'Group.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All']
const writers = ['Group.ReadWrite.All', 'Directory.ReadWrite.All']
const read: GraphPermissions = { delegated: readers, application: readers }
const write: GraphPermissions = { delegated: writers, application: writers }
const memberReaders = ['GroupMember.Read.All', 'GroupMember.ReadWrite.All', ...readers]
const memberWriters = ['GroupMember.ReadWrite.All', ...writers]
const readMembers: GraphPermissions = { delegated: memberReaders, application: memberReaders }
const writeMembers: GraphPermissions = { delegated: memberWriters, application: memberWriters }

/** Groups and who is in them. */
export const groupRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/groups',
    permissions: read,
    act: 'read people',
    resource: groupShape,
    query: listOptions,
    async handle(call) {
      const groups = await call.deps.stores.groups.list(call.tenant.tenantId)
      return await pageOf(call, 'groups', groups.map(toGroup))
    },
  },
  {
    method: 'POST',
    path: '/groups',
    permissions: write,
    act: 'change groups',
    resource: groupShape,
    handle: newGroup,
  },
  {
    method: 'GET',
    path: '/groups/{group}',
    permissions: read,
    act: 'read people',
    resource: groupShape,
    async handle(call) {
      return entity(call, 'groups/$entity', toGroup(await getGroup(call)))
    },
  },
  {
    method: 'PATCH',
    path: '/groups/{group}',
    permissions: write,
    act: 'change groups',
    async handle(call) {
      const { groupId } = await getGroup(call)
      const { displayName, description } = readGraphBody(GroupChange, call.body)
      const change = {
        ...ifGiven('displayName', displayName),
        ...(description !== undefined && { description }),
      }
      await changeGroup(call.deps, { ...by(call), groupId, ...change })
      return noContent
    },
  },
  {
    method: 'DELETE',
    path: '/groups/{group}',
    permissions: write,
    act: 'change groups',
    async handle(call) {
      const { groupId } = await getGroup(call)
      await removeGroup(call.deps, { ...by(call), ...termsOf(call), groupId })
      return noContent
    },
  },
  {
    method: 'GET',
    path: '/groups/{group}/members',
    permissions: readMembers,
    act: 'read people',
    resource: { ...userShape, name: 'directoryObject' },
    query: listOptions,
    async handle(call) {
      const members = await readMembersOf(call)
      return await pageOf(call, 'directoryObjects', members.map(toDirectoryUser))
    },
  },
  {
    method: 'POST',
    path: '/groups/{group}/members/$ref',
    permissions: writeMembers,
    act: 'change groups',
    async handle(call) {
      const { groupId } = await getGroup(call)
      const { userId } = await getReferredUser(call)
      await requireMember(call, groupId, userId, 'out')
      await addMember(call.deps, { ...by(call), ...termsOf(call), groupId, userId })
      return noContent
    },
  },
  {
    method: 'DELETE',
    path: '/groups/{group}/members/{user}/$ref',
    permissions: writeMembers,
    act: 'change groups',
    async handle(call) {
      const { groupId } = await getGroup(call)
      const { userId } = await getUser(call)
      await requireMember(call, groupId, userId, 'in')
      await removeMember(call.deps, { ...by(call), ...termsOf(call), groupId, userId })
      return noContent
    },
  },
]

async function newGroup(call: GraphCall) {
  const asked = readGraphBody(NewGroup, call.body)
  if (asked.mailEnabled === true || asked.securityEnabled === false || (asked.groupTypes ?? []).length > 0) {
    throw new GraphRefusal(
      'Request_BadRequest',
      'Only security groups are kept here: mailEnabled is false, securityEnabled is true, groupTypes is empty.',
    )
  }
  const group = await addGroup(call.deps, {
    ...by(call),
    displayName: asked.displayName,
    ...ifGiven('description', asked.description),
  })
  return created(call, 'groups/$entity', toGroup(group), `/groups/${group.groupId}`)
}

async function getGroup(call: GraphCall): Promise<Group> {
  const key = keyOf(call, 'group')
  const group = await call.deps.stores.groups.find(call.tenant.tenantId, key.toLowerCase())
  if (group === undefined) throw resourceMissing(key)
  return group
}

async function readMembersOf(call: GraphCall): Promise<readonly Person[]> {
  const { tenantId, groupId } = await getGroup(call)
  const { groups, people } = call.deps.stores
  return await people.listByIds(tenantId, await groups.listMembers(tenantId, groupId))
}

async function requireMember(
  { deps, tenant }: GraphCall,
  groupId: string,
  userId: string,
  wanted: 'in' | 'out',
): Promise<void> {
  // Somebody's groups are few; a group may have everybody.
  const theirs = await deps.stores.groups.listOfPerson(tenant.tenantId, userId)
  const is = theirs.some((group) => group.groupId === groupId) ? 'in' : 'out'
  if (is === wanted) return
  if (wanted === 'in') throw resourceMissing(userId)
  throw new GraphRefusal(
    'Request_BadRequest',
    "One or more added object references already exist for the following modified properties: 'members'.",
  )
}
