import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import type { Tenant } from './tenant.ts'

/** Get a tenant that must be there. @throws IdentityRefusal `tenant_unknown` */
export async function getTenant(tx: Pick<Shelves, 'tenants'>, tenantId: string): Promise<Tenant> {
  const tenant = await tx.tenants.find(tenantId)
  if (tenant === undefined) throw new IdentityRefusal('tenant_unknown')
  return tenant
}
