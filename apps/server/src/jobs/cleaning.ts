import { lifetimes } from '../oidc/lifetimes.ts'
import type { ServerDeps } from '../server-deps.ts'

/** How long the sign-in log is kept. */
const keepSignInsDays = 180

/** How long it is known who asked for a pass, and who gave it to them; the audit log knows it for longer. */
const keepPassRequestsDays = 180

/** How long it is known what a file of people brought, line by line; so long it can be undone. */
const keepImportsDays = 30

/**
 * How long a session is kept once it is over: for the person who asks what happened, and because refresh tokens may
 * outlive the browser's sign-in that they came from.
 */
const keepSessionsSeconds = lifetimes.refreshToken

/** A challenge that was answered is remembered for twice its lifetime, counted from its beginning. */
const keepSpentChallenges = 1

const dayMilliseconds = 24 * 60 * 60_000

/** How long the right to clean lasts: a node that dies at it is replaced after this. */
const leaseMilliseconds = 10 * 60_000

/**
 * Forget what is past its time. One node does it at a time; the others find the lease taken.
 *
 * @returns how many rows went, by kind; `undefined` if another node is at it
 */
export async function clean(
  deps: ServerDeps,
  holder: string,
): Promise<Readonly<Record<string, number>> | undefined> {
  const { stores } = deps
  const now = deps.now()
  const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds)
  if (!(await stores.leases.take('cleaning', holder, now, new Date(now.getTime() + leaseMilliseconds)))) {
    return undefined
  }
  try {
    return {
      spentChallenges: await stores.spentChallenges.removeExpired(
        ago(keepSpentChallenges * deps.ceremonySeconds * 1000),
      ),
      unfinished: await stores.unfinished.removeExpired(now),
      artefacts: await stores.artefacts.removeExpired(now),
      approvals: await stores.approvalRequests.removeOver(ago(60 * 60 * 1000)),
      deviceLinks: await stores.deviceLinks.removeOver(now),
      throttle: await stores.throttle.removeExpired(now),
      sessions: await stores.sessions.removeDead(ago(keepSessionsSeconds * 1000)),
      signIns: await stores.signIns.removeBefore(ago(keepSignInsDays * dayMilliseconds)),
      steps: await stores.stepEvents.removeBefore(ago(deps.config.stepDays * dayMilliseconds)),
      campaignMails: await stores.campaignMails.removeBefore(ago(deps.config.stepDays * dayMilliseconds)),
      passRequests: await stores.passRequests.removeBefore(ago(keepPassRequestsDays * dayMilliseconds)),
      imports: await stores.imports.removeBefore(ago(keepImportsDays * dayMilliseconds)),
      signingKeys: await stores.signingKeys.removeRetired(now),
    }
  } finally {
    await stores.leases.remove('cleaning', holder)
  }
}
