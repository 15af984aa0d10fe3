import {
  type App,
  isSessionGoodForTokens,
  mayUseApp,
  type Person,
  type Session,
  type Tenant,
} from '@latchkey/identity'
import { satisfies } from '@latchkey/policy'
import type { Account, FindAccount } from 'oidc-provider'
import { appTarget } from '../access/access-target.ts'
import { decideVisit } from '../access/decide-visit.ts'
import type { ServerDeps } from '../server-deps.ts'
import { type AppAccessGranted, toClaims } from './claims.ts'
import { describeAuthentication } from './decide-authorization.ts'
import { getExchange } from './exchange.ts'
import { findApp } from './find-app.ts'
import { leastStrengthFor } from './requirement.ts'
import { findSignedIn } from './session-view.ts'

/** Whose token it is, and in which session. */
interface Holder {
  readonly person: Person
  readonly session: Session
  readonly access: AppAccessGranted
}

/**
 * Find the person of a request to the provider, if our session says so at this moment: the browser's, at authorize; the
 * one that a code or a token was made in, everywhere else. A session that ended, a person who was switched off, an app
 * that is no longer theirs: the provider then knows nobody.
 */
export function openAccounts(deps: ServerDeps): FindAccount {
  return async (context, userId, token) => {
    const exchange = getExchange(context)
    if (token === undefined) {
      const signedIn = await findSignedIn(deps, exchange)
      return signedIn?.person.userId === userId ? bareAccount(userId) : undefined
    }
    const app = await findApp(deps, exchange, token.clientId)
    const sessionId = 'sessionUid' in token ? token.sessionUid : undefined
    if (app === undefined || typeof sessionId !== 'string') return undefined
    const holder = await findHolder(deps, exchange.tenant, app, sessionId)
    if (holder === undefined || holder.person.userId !== userId) return undefined

    if (token.kind === 'RefreshToken') {
      // What is said of the sign-in is what the session says now: it may have been raised since.
      const { acr, amr, authTime } = describeAuthentication(holder.session)
      Object.assign(token, { acr, amr, authTime })
    }
    exchange.holderId = userId
    return { accountId: userId, claims: (use) => toClaims({ ...holder, tenant: exchange.tenant, use }) }
  }
}

/** Find who holds a token of an app, if the session it was made in is still good for it. */
export async function findHolder(
  deps: ServerDeps,
  tenant: Tenant,
  app: App,
  sessionId: string,
): Promise<Holder | undefined> {
  const found = await isSessionGoodForTokens(deps, tenant.tenantId, sessionId)
  if (found === undefined) return undefined
  const { person, session } = found
  if (!satisfies(session.proofs, leastStrengthFor(tenant, app), session.origin).allow) return undefined
  const access = await mayUseApp(deps, app, person)
  if (!access.allowed) return undefined
  // A token is as good as a sign-in would be at this moment, from where the person was last seen.
  const visit = { person, session, asked: appTarget(app.clientId), visitor: session }
  const { outcome } = await decideVisit(deps, visit)
  return outcome === 'allowed' ? { person, session, access } : undefined
}

/** At authorize only the id is asked for: no token is made there. */
function bareAccount(userId: string): Account {
  return { accountId: userId, claims: () => ({ sub: userId }) }
}
