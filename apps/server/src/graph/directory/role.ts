import type { AdministratorRole } from '@latchkey/identity'
import { administratorRoleNames, administratorRoles, findRoleByTemplateId } from '@latchkey/policy'
import type { GraphCall } from '../graph-route.ts'
import { keyOf, resourceMissing } from '../key-of.ts'
import type { GraphObject, ResourceShape } from '../resource-shape.ts'

/** `microsoft.graph.directoryRole`. */
export const roleShape: ResourceShape = {
  name: 'directoryRole',
  properties: ['id', 'deletedDateTime', 'description', 'displayName', 'roleTemplateId'],
  filterable: ['id', 'displayName', 'roleTemplateId'],
  orderable: ['displayName'],
}

/** What each role is called, and what it is for. Entra's names. */
const described: Readonly<Record<AdministratorRole, readonly [string, string]>> = {
  globalAdministrator: ['Global Administrator', 'Can manage everything in the organisation.'],
  privilegedAuthenticationAdministrator: [
    'Privileged Authentication Administrator',
    'Can see, set and reset the sign-in methods of anybody, administrators included.',
  ],
  authenticationAdministrator: [
    'Authentication Administrator',
    'Can see, set and reset the sign-in methods of people who are no administrators.',
  ],
  authenticationPolicyAdministrator: [
    'Authentication Policy Administrator',
    'Can decide which sign-in methods people may register and use.',
  ],
  conditionalAccessAdministrator: ['Conditional Access Administrator', 'Can manage Conditional Access.'],
  securityAdministrator: [
    'Security Administrator',
    'Can read security information and manage Conditional Access.',
  ],
  userAdministrator: ['User Administrator', 'Can manage people and groups.'],
  helpDesk: ['Helpdesk Administrator', 'Can issue passes to people who are no administrators.'],
  globalReader: ['Global Reader', 'Can read everything an administrator can, and change nothing.'],
  securityReader: ['Security Reader', 'Can read security information and the logs.'],
  reportsReader: ['Reports Reader', 'Can read the logs and the reports.'],
}

/** Write a role. Its id is its template's: every role is there from the start. */
export function toRole(role: AdministratorRole): GraphObject {
  const [displayName, description] = described[role]
  const id = administratorRoles[role]
  return { id, deletedDateTime: null, description, displayName, roleTemplateId: id }
}

/** A template, which has no template of its own. */
export function toRoleTemplate(role: AdministratorRole): GraphObject {
  const { roleTemplateId: _, ...template } = toRole(role)
  return template
}

export const everyRole: readonly AdministratorRole[] = administratorRoleNames

/** Get the role that the path names. @throws GraphRefusal `Request_ResourceNotFound` */
export function getRole(call: GraphCall): AdministratorRole {
  const key = keyOf(call, 'role')
  const role = findRoleByTemplateId(key)
  if (role === undefined) throw resourceMissing(key)
  return role
}

/** The roles that somebody holds, in a list of things of several kinds. */
export async function listRolesOf(
  { deps, tenant }: GraphCall,
  userId: string,
): Promise<readonly GraphObject[]> {
  const held = await deps.stores.roles.listOfPerson(tenant.tenantId, userId)
  return held.map((role) => ({ '@odata.type': '#microsoft.graph.directoryRole', ...toRole(role) }))
}
