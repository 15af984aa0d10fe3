import type { DescribedProvider } from '@latchkey/guidance'
import type { Tenant } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'

/** List the apps that an organisation names for passkeys, in its order. */
export async function listProviders(
  { stores }: ServerDeps,
  { tenantId }: Tenant,
): Promise<readonly DescribedProvider[]> {
  const described = await stores.providers.list(tenantId)
  return described.map(({ providerId, name, aaguids, phones }) => ({ id: providerId, name, aaguids, phones }))
}
