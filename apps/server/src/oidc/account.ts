import {
  type App,
  isSessionGoodForTokens,
  mayUseApp,
  type Person,
  type Session,
  type Visitor,
} from '@latchkey/identity'
import { satisfies } from '@latchkey/policy'
import type { Account, FindAccount } from 'oidc-provider'
import { appTarget, clientOf } from '../access/access-target.ts'
import { decideVisit } from '../access/decide-visit.ts'
import type { ServerDeps } from '../server-deps.ts'
import { type AppAccessGranted, toClaims } from './claims.ts'
import { describeAuthentication } from './decide-authorization.ts'
import { type Exchange, getExchange } from './exchange.ts'
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
    const holder = await findHolder(deps, exchange, app, sessionId)
    if (holder === undefined || holder.person.userId !== userId) return undefined

    if (token.kind === 'RefreshToken') {
      // What is said of the sign-in is what the session says now: it may have been raised since.
      const { acr, amr, authTime } = describeAuthentication(holder.session)
      Object.assign(token, { acr, amr, authTime })
    }
    exchange.holderId = userId
    return {
      accountId: userId,
      claims: (use, scope, claims) =>
        toClaims({
          ...holder,
          tenant: exchange.tenant,
          use,
          scope,
          named: new Set([...Object.keys(claims), ...(use === 'id_token' ? optionalInIdToken(app) : [])]),
        }),
    }
  }
}

/** What an app is registered to be told in the tokens that are for itself. */
export function optionalInIdToken({ optionalClaims }: App): readonly string[] {
  return (optionalClaims?.idToken ?? []).map(({ name }) => name)
}

/** Find who holds a token of an app, if the session it was made in is still good for it. */
export async function findHolder(
  deps: ServerDeps,
  exchange: Exchange,
  app: App,
  sessionId: string,
): Promise<Holder | undefined> {
  const { tenant } = exchange
  const found = await isSessionGoodForTokens(deps, tenant.tenantId, sessionId)
  if (found === undefined) return undefined
  const { person, session } = found
  if (!satisfies(session.proofs, leastStrengthFor(tenant, app), session.origin).allow) return undefined
  const access = await mayUseApp(deps, app, person)
  if (!access.allowed) return undefined
  // A token is as good as a sign-in would be at this moment.
  const asked = appTarget(app.clientId, { client: clientOf(app.kind) })
  const visitor = whereHolderIs(exchange, app, session)
  const { outcome } = await decideVisit(deps, { person, session, asked, visitor })
  return outcome === 'allowed' ? { person, session, access } : undefined
}

/**
 * Where somebody is whose app asks for a token. An app in their own hands, which keeps no secret, asks from where they
 * are; one on a server says nothing about that, so they are where they signed in. What the device is, the sign-in knew
 * better than a program says.
 */
export function whereHolderIs(
  { request }: Pick<Exchange, 'request'>,
  { kind }: Pick<App, 'kind'>,
  { ipAddress, userAgent }: Session,
): Pick<Visitor, 'ipAddress' | 'userAgent'> {
  const isInTheirHands = kind === 'native' || kind === 'spa'
  return { ipAddress: isInTheirHands ? request.visitor.ipAddress : ipAddress, userAgent }
}

/** At authorize only the id is asked for: no token is made there. */
function bareAccount(userId: string): Account {
  return { accountId: userId, claims: () => ({ sub: userId }) }
}
