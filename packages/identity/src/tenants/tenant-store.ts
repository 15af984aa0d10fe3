import type { Tenant, TenantSettings } from './tenant.ts'

/** Organisations and their domains. The only store whose methods may be called without a tenant. */
export interface TenantStore {
  /** @throws IdentityRefusal `already_exists` */
  insert(tenant: Tenant): Promise<void>
  find(tenantId: string): Promise<Tenant | undefined>
  /** @param domain lower case, without a trailing dot */
  findByDomain(domain: string): Promise<Tenant | undefined>
  /** All of them, oldest first. */
  list(): Promise<readonly Tenant[]>
  putSettings(tenantId: string, settings: TenantSettings): Promise<void>
  putDisplayName(tenantId: string, displayName: string): Promise<void>
  /** @throws IdentityRefusal `already_exists` if any tenant has this domain */
  insertDomain(tenantId: string, domain: string, createdAt: Date): Promise<void>
  /** The default first, then oldest first: the first is the one new people are named after. */
  listDomains(tenantId: string): Promise<readonly string[]>
  removeDomain(tenantId: string, domain: string): Promise<void>
}
