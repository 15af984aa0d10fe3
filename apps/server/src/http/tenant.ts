import type { Tenant } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'

/** What a tenant segment in a path may be. */
export type TenantSegment =
  | { readonly kind: 'tenant'; readonly tenant: Tenant }
  /** `common` and `organizations`: the name that is typed decides. */
  | { readonly kind: 'any' }

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const domain = /^(?=.{3,253}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/

/**
 * Find the tenant that a path segment names: a GUID, a domain, `common` or `organizations`. Anything else is nobody's,
 * so that our own paths and tenants never meet.
 */
export async function findTenantBySegment(
  deps: Pick<ServerDeps, 'stores'>,
  segment: string,
): Promise<TenantSegment | undefined> {
  const name = segment.toLowerCase()
  if (name === 'common' || name === 'organizations') return { kind: 'any' }
  const tenant = await findTenant(deps, name)
  return tenant && { kind: 'tenant', tenant }
}

async function findTenant(deps: Pick<ServerDeps, 'stores'>, name: string): Promise<Tenant | undefined> {
  if (guid.test(name)) return await deps.stores.tenants.find(name)
  if (domain.test(name)) return await deps.stores.tenants.findByDomain(name)
  return undefined
}
