import type { ServerPlugin } from '../server-deps.ts'
import { adminConsentRoutes } from './admin-consent-routes.ts'
import { deviceRoutes } from './device-routes.ts'
import { interactionRoutes } from './interaction-routes.ts'
import { logoutRoutes } from './logout-routes.ts'
import { metadataRoutes } from './metadata-routes.ts'
import { protocolRoutes } from './protocol-routes.ts'
import { openProviders } from './provider-pool.ts'

/**
 * OpenID Connect, under the paths that Entra's clients know. Each group has a place of its own, because they read bodies
 * differently.
 */
export const oidcRoutes: ServerPlugin = async (app, { deps }) => {
  const pool = openProviders(deps)
  await app.register(metadataRoutes, { deps })
  await app.register(protocolRoutes(pool), { deps })
  await app.register(interactionRoutes(pool), { deps })
  await app.register(deviceRoutes(pool), { deps })
  await app.register(logoutRoutes, { deps })
  await app.register(adminConsentRoutes, { deps })
}
