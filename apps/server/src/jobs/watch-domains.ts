import { lookAgainAtDomains } from '@latchkey/identity'
import { txtLookUp } from '../domains/look-up-txt.ts'
import type { ServerDeps } from '../server-deps.ts'

/** How long the right to look lasts: a hundred name servers may each take their time. */
const leaseMilliseconds = 30 * 60_000

/**
 * Look again for the proofs of domains. One node does it.
 *
 * @returns what was found; `undefined` if another node is at it
 */
export async function watchDomains(
  deps: ServerDeps,
  holder: string,
): Promise<{ readonly looked: number; readonly missing: number } | undefined> {
  const now = deps.now()
  const until = new Date(now.getTime() + leaseMilliseconds)
  if (!(await deps.stores.leases.take('domains', holder, now, until))) return undefined
  try {
    return await lookAgainAtDomains(deps, txtLookUp(deps))
  } finally {
    await deps.stores.leases.remove('domains', holder)
  }
}
