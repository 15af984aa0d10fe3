import type { DescribedProvider } from '@latchkey/guidance'
import { type OwnModel, ownModels, type Tenant } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'

/** List the apps that an organisation names for passkeys, in its order; then those of ours that it offers. */
export async function listProviders(
  { stores, config }: Pick<ServerDeps, 'stores' | 'config'>,
  { tenantId, settings }: Tenant,
): Promise<readonly DescribedProvider[]> {
  const described = await stores.providers.list(tenantId)
  const { offered } = settings.authenticator
  return [
    ...described.map(({ providerId, name, aaguids, phones }) => ({ id: providerId, name, aaguids, phones })),
    ...ownModels.flatMap((model) => {
      const found = offered[model.surface]
      return found === undefined ? [] : [toOwnProvider(model, found, config.url)]
    }),
  ]
}

/** The phone app is where we are; the others are wherever the organisation has put them. */
function toOwnProvider(
  { surface, aaguid, name }: OwnModel,
  { address }: { readonly address?: string },
  url: URL,
): DescribedProvider {
  const there = surface === 'phoneApp' ? new URL('/authenticator', url).href : address
  return {
    id: `latchkey-${surface}`,
    name,
    aaguids: [aaguid],
    phones: {},
    own: { surface, ...(there !== undefined && { address: there }) },
  }
}
