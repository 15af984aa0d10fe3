import type { DescribedProvider } from '@latchkey/guidance'
import type { Tenant } from '@latchkey/identity'

/** List the apps that an organisation names for passkeys, in its order. */
export function listProviders(_: Tenant): readonly DescribedProvider[] {
  return []
}
