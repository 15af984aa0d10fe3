import type { Deps } from '../deps.ts'
import type { Person } from '../people/person.ts'
import { isAliveForTokens } from '../sessions/is-alive.ts'
import type { Session } from '../sessions/session.ts'
import type { App } from './app-store.ts'
import { findBuiltInKind } from './built-in-apps.ts'

/**
 * Find who a token of an app speaks for, if it still does: the session was not ended, the person is switched on and
 * nothing was revoked since, and the app is there and switched on. One statement: an API asks this at every request.
 */
export async function findTokenHolder(
  deps: Pick<Deps, 'stores' | 'now'>,
  ask: { readonly tenantId: string; readonly sessionId: string; readonly clientId: string },
): Promise<
  { readonly session: Session; readonly person: Person; readonly appKind: App['kind'] } | undefined
> {
  const { tenantId, sessionId, clientId } = ask
  const found = await deps.stores.callers.findHolder(tenantId, sessionId, clientId)
  if (found === undefined) return undefined
  const { session, person } = found
  const appKind = findBuiltInKind(clientId) ?? found.appKind
  if (appKind === undefined || found.appEnabled === false) return undefined
  return isAliveForTokens(session, person, deps.now()) ? { session, person, appKind } : undefined
}
