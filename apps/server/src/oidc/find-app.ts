import type { App } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'
import type { Exchange } from './exchange.ts'
import { findAppOfResource, findResource } from './scopes.ts'

/** Find the app that a request is about, if it is switched on. Read once. */
export async function findApp(
  deps: Pick<ServerDeps, 'stores'>,
  exchange: Exchange,
  clientId: string | undefined,
): Promise<App | undefined> {
  if (clientId === undefined) return undefined
  if (exchange.app?.clientId === clientId) return exchange.app
  const app = await deps.stores.apps.find(exchange.tenant.tenantId, clientId)
  if (app?.enabled !== true) return undefined
  exchange.app = app
  return app
}

/** Find what the resource is called that scopes speak of, for people who are asked about it. */
export async function findResourceName(
  { stores }: Pick<ServerDeps, 'stores'>,
  tenantId: string,
  scopes: readonly string[],
): Promise<string | undefined> {
  const clientId = findAppOfResource(findResource(scopes) ?? '')
  return clientId && (await stores.apps.find(tenantId, clientId))?.displayName
}
