import { entity } from '../graph-answer.ts'
import { pageOf } from '../graph-page.ts'
import type { GraphCall, GraphPermissions, GraphRoute } from '../graph-route.ts'
import { toGraphTime } from '../graph-time.ts'
import { keyOf, resourceMissing } from '../key-of.ts'
import type { GraphObject, ResourceShape } from '../resource-shape.ts'

const organizationShape: ResourceShape = {
  name: 'organization',
  properties: ['id', 'createdDateTime', 'displayName', 'tenantType', 'verifiedDomains', 'assignedPlans'],
}

const organizationReaders = [
  'Organization.Read.All',
  'Organization.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
]
const organization: GraphPermissions = {
  delegated: ['User.Read', ...organizationReaders],
  application: organizationReaders,
}
/** The organisation itself. What everybody there knows. */
export const organizationRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/organization',
    permissions: organization,
    resource: organizationShape,
    handle: async (call) => await pageOf(call, 'organization', [await readOrganization(call)]),
  },
  {
    method: 'GET',
    path: '/organization/{organization}',
    permissions: organization,
    resource: organizationShape,
    async handle(call) {
      const key = keyOf(call, 'organization')
      if (key.toLowerCase() !== call.tenant.tenantId) throw resourceMissing(key)
      return entity(call, 'organization/$entity', await readOrganization(call))
    },
  },
]

async function readOrganization(call: GraphCall): Promise<GraphObject> {
  const { tenantId, displayName, createdAt } = call.tenant
  const names = await call.deps.stores.tenants.listDomains(tenantId)
  return {
    id: tenantId,
    createdDateTime: toGraphTime(createdAt),
    displayName,
    tenantType: 'AAD',
    assignedPlans: [],
    verifiedDomains: names.map((name, index) => ({
      capabilities: '',
      isDefault: index === 0,
      isInitial: index === 0,
      name,
      type: 'Managed',
    })),
  }
}
