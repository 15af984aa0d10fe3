import { readSession, type SignedInVisitor } from '../http/session.ts'
import type { ServerDeps } from '../server-deps.ts'
import { describeAuthentication } from './decide-authorization.ts'
import { type Exchange, getExchange } from './exchange.ts'
import type { Provider } from './oidc-module.ts'

/** Read who is signed in in the browser that made the request, once. */
export function findSignedIn(deps: ServerDeps, exchange: Exchange): Promise<SignedInVisitor | undefined> {
  exchange.signedIn ??= readSession(deps, exchange.request, exchange.tenant.tenantId)
  return exchange.signedIn
}

/**
 * Make the provider see our session where it looks for its own: made anew for each request out of ours, never stored,
 * and without a cookie. So there is nothing that could disagree with it, or outlive it.
 */
export function showOurSession(deps: ServerDeps, provider: Provider): void {
  const { Session } = provider
  Session.get = async (context) => {
    const exchange = getExchange(context)
    const signedIn = await findSignedIn(deps, exchange)
    const session: InstanceType<typeof Session> = Reflect.construct(
      Session,
      signedIn === undefined ? [] : [describeSession(signedIn)],
    )
    // Marked as gone, it is not saved, and no cookie is set for it.
    Object.defineProperty(session, 'destroyed', { value: true })
    return session
  }
  Session.findByUid = async () => undefined
}

function describeSession({ session, person }: SignedInVisitor) {
  const { acr, amr, authTime } = describeAuthentication(session)
  return {
    jti: session.sessionId,
    uid: session.sessionId,
    accountId: person.userId,
    loginTs: authTime,
    acr,
    amr,
  }
}
