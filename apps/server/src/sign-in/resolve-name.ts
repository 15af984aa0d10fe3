import { IdentityRefusal, lookUpName, type Tenant } from '@latchkey/identity'
import { pageUrl, type Step } from './step.ts'

/** A name, and the organisation it belongs to. */
interface ResolvedName {
  readonly tenant: Tenant
  /** With its domain. */
  readonly userName: string
}

/**
 * Find out which organisation a typed name belongs to: the one that was asked for, or else the one that has its domain.
 * Whether there is such a person is another matter, and not told.
 *
 * @returns `undefined` if nothing says which organisation is meant
 * @throws IdentityRefusal `tenant_unknown`
 */
export async function resolveName(
  { deps, flow, tenant }: Pick<Step, 'deps' | 'flow' | 'tenant'>,
  typed: string,
): Promise<ResolvedName | undefined> {
  const name = typed.trim()
  const at = name.lastIndexOf('@')
  if (tenant !== undefined && (at === -1 || !flow.anyTenant)) {
    const [domain] = at === -1 ? await deps.stores.tenants.listDomains(tenant.tenantId) : []
    return { tenant, userName: domain === undefined ? name : `${name}@${domain}` }
  }
  if (at === -1) return undefined
  const domain = name
    .slice(at + 1)
    .toLowerCase()
    .replace(/\.$/, '')
  const found = await deps.stores.tenants.findByDomain(domain)
  if (found === undefined) throw new IdentityRefusal('tenant_unknown')
  return { tenant: found, userName: name }
}

/** The page that a name gets: by what its person has, or as if there were such a person. */
export async function findPageOfName(step: Step, { tenant, userName }: ResolvedName): Promise<string> {
  const { kind } = await lookUpName(step.deps, tenant.tenantId, userName)
  return pageUrl(step, kind, { tenantId: tenant.tenantId, userName })
}
