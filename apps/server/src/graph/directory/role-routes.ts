import { grantRole, revokeRole } from '@latchkey/identity/administer'
import { by } from '../attribution.ts'
import { entity, noContent } from '../graph-answer.ts'
import { pageOf } from '../graph-page.ts'
import { GraphRefusal } from '../graph-refusal.ts'
import type { GraphCall, GraphPermissions, GraphRoute } from '../graph-route.ts'
import { resourceMissing } from '../key-of.ts'
import { listOptions } from '../odata-query.ts'
import { termsOf } from '../policies/change-rule.ts'
import { getUser } from './find-user.ts'
import { getReferredUser } from './reference.ts'
import { everyRole, getRole, roleShape, toRole, toRoleTemplate } from './role.ts'
import { toDirectoryUser, userShape } from './user.ts'

const readers = [
  'RoleManagement.Read.Directory',
  'RoleManagement.ReadWrite.Directory',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
]
const read: GraphPermissions = { delegated: readers, application: readers }
const write: GraphPermissions = {
  delegated: ['RoleManagement.ReadWrite.Directory'],
  application: ['RoleManagement.ReadWrite.Directory'],
}

const templateShape = {
  ...roleShape,
  name: 'directoryRoleTemplate',
  properties: roleShape.properties.filter((name) => name !== 'roleTemplateId'),
}

/** Administrators' roles. Each can be named by its id or by `roleTemplateId=`: they are the same. */
export const roleRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/directoryRoles',
    permissions: read,
    act: 'read people',
    resource: roleShape,
    query: listOptions,
    handle: (call) => pageOf(call, 'directoryRoles', everyRole.map(toRole)),
  },
  {
    method: 'GET',
    path: '/directoryRoleTemplates',
    permissions: read,
    act: 'read people',
    resource: templateShape,
    query: ['$select'],
    handle: (call) => pageOf(call, 'directoryRoleTemplates', everyRole.map(toRoleTemplate)),
  },
  {
    method: 'GET',
    path: '/directoryRoleTemplates/{role}',
    permissions: read,
    act: 'read people',
    resource: templateShape,
    handle: async (call) => entity(call, 'directoryRoleTemplates/$entity', toRoleTemplate(getRole(call))),
  },
  ...['/directoryRoles/{role}', '/directoryRoles(roleTemplateId={role})'].flatMap(routesOfRole),
]

function routesOfRole(path: string): readonly GraphRoute[] {
  return [
    {
      method: 'GET',
      path,
      permissions: read,
      act: 'read people',
      resource: roleShape,
      handle: async (call) => entity(call, 'directoryRoles/$entity', toRole(getRole(call))),
    },
    {
      method: 'GET',
      path: `${path}/members`,
      permissions: read,
      act: 'read people',
      resource: { ...userShape, name: 'directoryObject' },
      query: listOptions,
      handle: listHolders,
    },
    {
      method: 'POST',
      path: `${path}/members/$ref`,
      permissions: write,
      act: 'change roles',
      async handle(call) {
        const role = getRole(call)
        const { userId, tenantId } = await getReferredUser(call)
        const held = await call.deps.stores.roles.listOfPerson(tenantId, userId)
        if (held.includes(role)) {
          throw new GraphRefusal(
            'Request_BadRequest',
            "One or more added object references already exist for the following modified properties: 'members'.",
          )
        }
        await grantRole(call.deps, { ...by(call), ...termsOf(call), userId, role })
        return noContent
      },
    },
    {
      method: 'DELETE',
      path: `${path}/members/{user}/$ref`,
      permissions: write,
      act: 'change roles',
      async handle(call) {
        const role = getRole(call)
        const { userId, tenantId } = await getUser(call)
        const held = await call.deps.stores.roles.listOfPerson(tenantId, userId)
        if (!held.includes(role)) throw resourceMissing(userId)
        await revokeRole(call.deps, { ...by(call), ...termsOf(call), userId, role })
        return noContent
      },
    },
  ]
}

async function listHolders(call: GraphCall) {
  const { roles, people } = call.deps.stores
  const { tenantId } = call.tenant
  const ids = await roles.listHolders(tenantId, getRole(call))
  const found = await people.listByIds(tenantId, ids)
  return await pageOf(call, 'directoryObjects', found.map(toDirectoryUser))
}
