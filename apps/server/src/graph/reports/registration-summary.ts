import type { AdministratorRole } from '@latchkey/identity'
import { listRegistrations, type Registration } from '@latchkey/identity/administer'
import { entity } from '../graph-answer.ts'
import { GraphRefusal } from '../graph-refusal.ts'
import type { GraphAnswer, GraphCall } from '../graph-route.ts'
import { registeredMethods, toCapabilities, toMethodsRegistered } from './registration-details.ts'

const userTypes = ['all', 'member', 'guest']
const userRoles = ['all', 'privilegedAdmin', 'admin', 'user']

/** Of ours, those whom these reports call privileged. */
const privileged: ReadonlySet<AdministratorRole> = new Set([
  'globalAdministrator',
  'securityAdministrator',
  'conditionalAccessAdministrator',
  'helpDesk',
  'userAdministrator',
  'authenticationAdministrator',
] as const)

/** Answer how many people have each method. */
export async function countByMethod(call: GraphCall): Promise<GraphAnswer> {
  const { asked, people } = await readAsked(call)
  const methods = people.map((each) => new Set<string>(toMethodsRegistered(each)))
  return entity(call, 'microsoft.graph.userRegistrationMethodSummary', {
    totalUserCount: people.length,
    ...asked,
    userRegistrationMethodCounts: [
      { authenticationMethod: 'password', userCount: people.filter(({ password }) => password).length },
      ...registeredMethods.map((name) => ({
        authenticationMethod: name,
        userCount: methods.filter((each) => each.has(name)).length,
      })),
    ],
  })
}

/** Answer how many people can do what. */
export async function countByFeature(call: GraphCall): Promise<GraphAnswer> {
  const { asked, people } = await readAsked(call)
  const can = people.map(toCapabilities)
  const counts = {
    // Nobody resets a password of their own here.
    ssprRegistered: 0,
    ssprEnabled: 0,
    ssprCapable: 0,
    passwordlessCapable: can.filter(({ isPasswordlessCapable }) => isPasswordlessCapable).length,
    mfaCapable: can.filter(({ isMfaCapable }) => isMfaCapable).length,
  }
  return entity(call, 'microsoft.graph.userRegistrationFeatureSummary', {
    totalUserCount: people.length,
    ...asked,
    userRegistrationFeatureCounts: Object.entries(counts).map(([feature, userCount]) => ({
      feature,
      userCount,
    })),
  })
}

async function readAsked(call: GraphCall) {
  const asked = {
    userTypes: oneOf(userTypes, 'includedUserTypes', call.keys['types']),
    userRoles: oneOf(userRoles, 'includedUserRoles', call.keys['roles']),
  }
  // Everybody belongs to the organisation.
  if (asked.userTypes === 'guest') return { asked, people: [] }
  const everybody = await listRegistrations(call.deps, call.tenant.tenantId)
  return { asked, people: everybody.filter((each) => hasRole(each, asked.userRoles)) }
}

function hasRole({ roles }: Registration, asked: string): boolean {
  if (asked === 'privilegedAdmin') return roles.some((role) => privileged.has(role))
  return asked === 'all' || (asked === 'admin') === roles.length > 0
}

function oneOf(values: readonly string[], parameter: string, written = 'all'): string {
  const found = values.find((each) => each.toLowerCase() === written.toLowerCase())
  if (found !== undefined) return found
  const message = `Invalid value specified for parameter '${parameter}': it is one of ${values.join(', ')}.`
  throw new GraphRefusal('BadRequest', message)
}
