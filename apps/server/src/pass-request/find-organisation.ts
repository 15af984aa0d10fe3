import { IdentityRefusal, type Tenant } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'

/**
 * Find the organisation of somebody who is not signed in: the one that has the domain they typed, or else the one that
 * their visit to the sign-in pages is about.
 *
 * @throws IdentityRefusal `tenant_unknown`, as the sign-in page says it of such a name
 */
export async function findOrganisation(
  { stores }: Pick<ServerDeps, 'stores'>,
  typed: string,
  visited: Tenant | undefined,
): Promise<{ readonly tenant: Tenant; readonly userName: string }> {
  const name = typed.trim()
  const at = name.lastIndexOf('@')
  if (at === -1) {
    if (visited === undefined) throw new IdentityRefusal('tenant_unknown')
    const [domain] = await stores.tenants.listDomains(visited.tenantId)
    return { tenant: visited, userName: domain === undefined ? name : `${name}@${domain}` }
  }
  const domain = name
    .slice(at + 1)
    .toLowerCase()
    .replace(/\.$/, '')
  const tenant = (await stores.tenants.findByDomain(domain)) ?? visited
  if (tenant === undefined) throw new IdentityRefusal('tenant_unknown')
  return { tenant, userName: name }
}
