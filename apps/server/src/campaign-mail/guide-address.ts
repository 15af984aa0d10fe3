import type { Tenant } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'

/** The one address of the guide, for an organisation: its first domain names it. A mail's has that mail's token beside it. */
export async function guideAddress(
  { stores, config }: Pick<ServerDeps, 'stores' | 'config'>,
  { tenantId }: Pick<Tenant, 'tenantId'>,
  token?: string,
): Promise<URL> {
  const address = new URL('/setup', config.url)
  const [domain] = await stores.tenants.listDomains(tenantId)
  if (domain !== undefined) address.searchParams.set('domain', domain)
  if (token !== undefined) address.searchParams.set('m', token)
  return address
}
