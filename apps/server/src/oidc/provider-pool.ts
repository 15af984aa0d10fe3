import { signingKeys } from '@latchkey/identity'
import { LRUCache } from 'lru-cache'
import type { ServerDeps } from '../server-deps.ts'
import type { OidcModule } from './oidc-module.ts'
import { makeTenantProvider, type TenantProvider } from './tenant-provider.ts'

/** How many tenants' providers are kept. Each is some 50 KB, and made in a millisecond. */
const mostProviders = 500

/** The providers of the tenants, made when they are first needed. */
export interface ProviderPool {
  get(tenantId: string): Promise<TenantProvider>
}

/**
 * Open the pool. The keys are asked for at each request, so that one made on another node signs here at once: a provider
 * with other keys is made anew. So is one that signs cookies under a key which is not the newest.
 */
export function openProviders(deps: ServerDeps): ProviderPool {
  const kept = new LRUCache<string, { readonly version: string; readonly made: TenantProvider }>({
    max: mostProviders,
  })
  let loading: Promise<OidcModule> | undefined

  return {
    async get(tenantId) {
      const keys = await signingKeys(deps, tenantId)
      const version = `${deps.keyring.current} ${keys.version}`
      const known = kept.get(tenantId)
      if (known?.version === version) return known.made
      loading ??= import('oidc-provider')
      const made = makeTenantProvider(deps, await loading, { tenantId, keys })
      kept.set(tenantId, { version, made })
      return made
    },
  }
}
