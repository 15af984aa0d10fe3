import { type App, mayUseApp, type Person } from '@latchkey/identity'
import { optionalInIdToken } from '../../oidc/account.ts'
import { readAuthorizationAsk } from '../../oidc/authorization-ask.ts'
import { claimsOfScopesOrNamed, toClaims } from '../../oidc/claims.ts'
import {
  type AuthorizationDecision,
  decideAuthorization,
  describeAuthentication,
} from '../../oidc/decide-authorization.ts'
import { lifetimes } from '../../oidc/lifetimes.ts'
import { issuerOf } from '../../oidc/paths.ts'
import { getUser } from '../directory/find-user.ts'
import type { GraphCall } from '../graph-route.ts'
import type { GraphObject } from '../resource-shape.ts'

/** What an app usually asks for. */
const scope = 'openid profile email'

/**
 * Sign in to an app without its being there: decide as the provider would about this very session, and write the claims
 * that the app's ID token would have, by the code that writes them. Nothing is issued, so nothing can be stolen; and of
 * somebody who is not here, how they would have signed in is left out.
 */
export async function tryOutApp(call: GraphCall, app: App, userId: string | undefined): Promise<GraphObject> {
  const { caller } = call
  const person = await findPerson(call, userId)
  const session =
    caller.kind === 'delegated' && caller.person.userId === person?.userId ? caller.session : undefined
  if (person === undefined) return { outcome: 'nobody', reason: null, idToken: null }

  const access = await mayUseApp(call.deps, app, person)
  if (!access.allowed) {
    return { outcome: 'refused', reason: app.enabled ? 'notAssigned' : 'disabled', idToken: null }
  }
  const decided =
    session && (await decideAuthorization(call.deps, situationOf(call, app, { person, session })))
  const now = Math.floor(call.deps.now().getTime() / 1000)
  const authentication = session && describeAuthentication(session)
  const idToken = {
    iss: issuerOf(call.deps.config.url, call.tenant.tenantId),
    aud: app.clientId,
    ...ofScopes({
      ...toClaims({
        tenant: call.tenant,
        person,
        access,
        use: 'id_token',
        scope,
        named: new Set(optionalInIdToken(app)),
      }),
    }),
    ...(authentication && {
      acr: authentication.acr,
      amr: authentication.amr,
      auth_time: authentication.authTime,
      sid: session.sessionId,
    }),
    iat: now,
    exp: now + lifetimes.idToken,
  }
  return { ...toOutcome(decided), idToken }
}

async function findPerson(call: GraphCall, userId: string | undefined): Promise<Person | undefined> {
  const { caller } = call
  if (userId !== undefined) return await getUser({ ...call, keys: { ...call.keys, user: userId } })
  return caller.kind === 'delegated' ? caller.person : undefined
}

type Own = Pick<Extract<GraphCall['caller'], { kind: 'delegated' }>, 'person' | 'session'>

function situationOf({ deps, tenant, visitor }: GraphCall, app: App, { person, session }: Own) {
  const ask = readAuthorizationAsk({ scope, latchkey_began: deps.now().getTime() })
  // The secret of the session is nobody's concern here: nothing is continued.
  return { tenant, app, ask, choices: {}, signedIn: { person, session, token: '' }, visitor }
}

/** What the decision means to whoever tries it. */
function toOutcome(decided: AuthorizationDecision | undefined): GraphObject {
  switch (decided?.kind) {
    case undefined:
      return { outcome: 'mayUse', reason: null }
    case 'go':
      return { outcome: 'signedIn', reason: null }
    case 'consent':
      return { outcome: 'asksConsent', reason: decided.by }
    case 'sign_in':
    case 'choose_account':
      return { outcome: 'asksMore', reason: decided.kind === 'sign_in' ? decided.require.strength : null }
    case 'refuse':
      return { outcome: 'refused', reason: decided.code }
  }
}

function ofScopes(claims: Readonly<Record<string, unknown>>): GraphObject {
  const names = new Set(scope.split(' ').flatMap((each) => namesOf(each)))
  return Object.fromEntries(
    Object.entries(claims).filter(([name, value]) => names.has(name) && value !== undefined),
  )
}

function namesOf(name: string): readonly string[] {
  return name === 'openid' || name === 'profile' || name === 'email' ? claimsOfScopesOrNamed[name] : []
}
