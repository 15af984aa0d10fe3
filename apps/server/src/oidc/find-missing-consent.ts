import { type App, findConsent, graphAppId, mayAct, type Person } from '@latchkey/identity'
import { isGraphPermission, needsAdministrator } from '@latchkey/policy'
import type { ServerDeps } from '../server-deps.ts'
import { isAgreed, listAskedPermissions } from './graph-scopes.ts'
import { ofOneResource, readScope } from './scopes.ts'

/** What has to be agreed to before an app gets what it asks for, and by whom. */
export interface MissingConsent {
  readonly scopes: readonly string[]
  readonly by: 'person' | 'administrator'
}

/**
 * Find what nobody has agreed to yet.
 *
 * @param ask `anew`: the app wants the person to be asked again, whatever they agreed to before
 */
export async function findMissingConsent(
  deps: ServerDeps,
  ask: {
    readonly app: App
    readonly person: Person
    readonly scopes: readonly string[]
    readonly anew?: boolean
  },
): Promise<MissingConsent> {
  const { app, person } = ask
  const { tenantId, clientId } = app
  const agreed = await findConsent(deps, { tenantId, clientId, userId: person.userId })
  const asked = listAskedScopes(deps, ask.scopes, agreed)
  const missing = asked.filter((scope) => !isAgreed(app, scope, agreed))
  const again = ask.anew === true && app.consent === 'person'
  // What only an administrator gives is not asked of people again.
  const scopes = again ? asked.filter((scope) => missing.includes(scope) || !isReserved(scope)) : missing
  if (app.consent === 'administrator') return { scopes, by: 'administrator' }
  const beyondPeople = scopes.some(isReserved)
  const by = beyondPeople && !(await mayAgreeToAll(deps, person)) ? 'administrator' : 'person'
  return { scopes, by }
}

/** The scopes of one resource as they are agreed to, with what `.default` stands for. */
function listAskedScopes(
  { config }: ServerDeps,
  scopes: readonly string[],
  agreed: readonly string[],
): readonly string[] {
  const ofOne = ofOneResource(scopes, config.url)
  const others = ofOne.filter((scope) => readScope(scope, config.url)?.clientId !== graphAppId)
  return [...others, ...listAskedPermissions(ofOne, agreed, config.url)]
}

function isReserved(scope: string): boolean {
  return isGraphPermission(scope) && needsAdministrator(scope)
}

async function mayAgreeToAll({ stores }: ServerDeps, { tenantId, userId }: Person): Promise<boolean> {
  return mayAct(await stores.roles.listOfPerson(tenantId, userId), 'consent for everybody')
}
