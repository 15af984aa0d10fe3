import { findApp } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'
import { openPayload } from './adapter.ts'

/** An app that goes on by a refresh token, whatever became of the browser. */
export interface TokenHolder {
  readonly clientId: string
  readonly displayName: string
  /** When it last got a token: it gets another refresh token each time. */
  readonly lastUsedAt: Date
}

/**
 * List the apps that hold a refresh token of some sessions, last used first. By session id; a session of which nobody
 * holds one is not there.
 */
export async function listTokenHolders(
  deps: Pick<ServerDeps, 'stores' | 'keyring' | 'now'>,
  tenantId: string,
  sessionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly TokenHolder[]>> {
  const kept = await deps.stores.artefacts.listUnused(tenantId, 'RefreshToken', sessionIds, deps.now())
  const found = new Map<string, Map<string, TokenHolder>>()
  for (const artefact of kept) {
    const { clientId, iat = 0 } = (await openPayload(deps, artefact)) ?? {}
    if (clientId === undefined || artefact.sessionId === undefined) continue
    const theirs = found.get(artefact.sessionId) ?? new Map<string, TokenHolder>()
    found.set(artefact.sessionId, theirs)
    const lastUsedAt = new Date(iat * 1000)
    const known = theirs.get(clientId)
    if (known !== undefined && known.lastUsedAt >= lastUsedAt) continue
    const displayName = known?.displayName ?? (await findApp(deps.stores, tenantId, clientId))?.displayName
    theirs.set(clientId, { clientId, displayName: displayName ?? clientId, lastUsedAt })
  }
  return new Map(
    [...found].map(([sessionId, theirs]) => [
      sessionId,
      [...theirs.values()].toSorted((a, b) => Number(b.lastUsedAt) - Number(a.lastUsedAt)),
    ]),
  )
}
