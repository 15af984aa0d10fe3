import type { Group } from '@latchkey/identity'
import { toGraphTime } from '../graph-time.ts'
import type { GraphObject, ResourceShape } from '../resource-shape.ts'

/** `microsoft.graph.group`: ours are security groups whose members are put in by hand. */
export const groupShape: ResourceShape = {
  name: 'group',
  properties: [
    'id',
    'createdDateTime',
    'description',
    'displayName',
    'groupTypes',
    'mail',
    'mailEnabled',
    'mailNickname',
    'securityEnabled',
  ],
  filterable: ['id', 'displayName', 'description', 'createdDateTime', 'securityEnabled', 'mailEnabled'],
  orderable: ['displayName', 'createdDateTime'],
}

/** Write a group as Graph does. */
export function toGroup(group: Group): GraphObject {
  return {
    id: group.groupId,
    createdDateTime: toGraphTime(group.createdAt),
    description: group.description ?? null,
    displayName: group.displayName,
    groupTypes: [],
    mail: null,
    mailEnabled: false,
    mailNickname: null,
    securityEnabled: true,
  }
}

/** A group in a list of things of several kinds. */
export function toDirectoryGroup(group: Group): GraphObject {
  return { '@odata.type': '#microsoft.graph.group', ...toGroup(group) }
}
