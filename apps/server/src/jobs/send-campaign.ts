import type { ServerDeps } from '../server-deps.ts'

/** How long the right to plan mails lasts. */
const leaseMilliseconds = 5 * 60_000

/**
 * Put the campaign mails that are due into the outbox, of each organisation as many as its rate lets through, and note
 * which were followed. One node does it; that nobody gets a mail twice does not rest on that.
 *
 * @param seen until when it was seen what people did, of each organisation; kept from round to round
 * @returns how many were put there; `undefined` if another node is at it
 */
export async function sendCampaign(
  deps: ServerDeps,
  holder: string,
  seen = new Map<string, Date | undefined>(),
): Promise<number | undefined> {
  const { stores } = deps
  // Nothing waits in the outbox for days because nobody can send it.
  if (deps.config.mail === undefined) return 0
  const now = deps.now()
  const until = new Date(now.getTime() + leaseMilliseconds)
  if (!(await stores.leases.take('campaign mails', holder, now, until))) return undefined
  try {
    let put = 0
    for (const { tenantId, demo } of await stores.tenants.list()) {
      if (demo || (await stores.waves.list(tenantId)).length === 0) continue
      // Most servers have no waves, and never load what plans their mails.
      const { fillOutbox, noteFollowedMails } = await import('@latchkey/rollout')
      seen.set(tenantId, await noteFollowedMails(deps, tenantId, seen.get(tenantId)))
      put += await fillOutbox(deps, tenantId)
    }
    return put
  } finally {
    await stores.leases.remove('campaign mails', holder)
  }
}
