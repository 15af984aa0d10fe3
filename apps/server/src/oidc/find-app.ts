import { type App, findApp as findAppOf } from '@latchkey/identity'
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
  const app = await findAppOf(deps.stores, exchange.tenant.tenantId, clientId)
  if (app?.enabled !== true) return undefined
  exchange.app = app
  return app
}

/** Find what the resource is called that scopes speak of, for people who are asked about it. */
export async function findResourceName(
  { stores, config }: Pick<ServerDeps, 'stores' | 'config'>,
  tenantId: string,
  scopes: readonly string[],
): Promise<string | undefined> {
  const clientId = findAppOfResource(findResource(scopes, config.url) ?? '')
  return clientId && (await findAppOf(stores, tenantId, clientId))?.displayName
}
