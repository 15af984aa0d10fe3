import { findKnownModel, isOwnModel, type Person } from '@latchkey/identity'
import { listRegistrations, type Registration } from '@latchkey/identity/administer'
import type { GraphCall } from '../graph-route.ts'
import { toGraphTime } from '../graph-time.ts'
import type { GraphObject, ResourceShape } from '../resource-shape.ts'

const always = [
  'id',
  'userPrincipalName',
  'userDisplayName',
  'userType',
  'isAdmin',
  'isSsprRegistered',
  'isSsprEnabled',
  'isSsprCapable',
  'isMfaRegistered',
  'isMfaCapable',
  'isPasswordlessCapable',
  'methodsRegistered',
  'isSystemPreferredAuthenticationMethodEnabled',
  'systemPreferredAuthenticationMethods',
  'userPreferredMethodForSecondaryAuthentication',
  'lastUpdatedDateTime',
]

/** `microsoft.graph.userRegistrationDetails`. */
export const registrationDetailsShape: ResourceShape = {
  name: 'userRegistrationDetails',
  properties: [...always, 'defaultMfaMethod'],
  filterable: always.filter((name) => name !== 'lastUpdatedDateTime'),
  orderable: ['userPrincipalName', 'userDisplayName'],
}

/** Microsoft's Authenticator, on Android and on iOS: the names of these reports tell it from other passkeys. */
const authenticators: ReadonlySet<string> = new Set([
  'de1e552d-db1d-4423-a619-566b625cdc84',
  '90a3ccdf-635c-4729-a248-9b709135078f',
])

/** The names that these reports have for what we keep, a password left out: that is what everybody begins with. */
export const registeredMethods = [
  'softwareOneTimePasscode',
  'temporaryAccessPass',
  'passKeyDeviceBound',
  'passKeyDeviceBoundAuthenticator',
  'passKeyDeviceBoundWindowsHello',
  'passKeySynced',
] as const

type RegisteredMethod = (typeof registeredMethods)[number]

/** What somebody has, in the words of these reports; each once. */
export function toMethodsRegistered({ passkeys, totp, pass }: Registration): readonly RegisteredMethod[] {
  const has = new Set<RegisteredMethod>(passkeys.map(nameOfPasskey))
  if (totp.registered) has.add('softwareOneTimePasscode')
  if (pass) has.add('temporaryAccessPass')
  return registeredMethods.filter((name) => has.has(name))
}

function nameOfPasskey({ aaguid, backupEligible }: Registration['passkeys'][number]): RegisteredMethod {
  if (backupEligible) return 'passKeySynced'
  if (isOwnModel(aaguid) || authenticators.has(aaguid)) return 'passKeyDeviceBoundAuthenticator'
  return findKnownModel(aaguid)?.place === 'windows' ? 'passKeyDeviceBoundWindowsHello' : 'passKeyDeviceBound'
}

/** What somebody can do with what they have: registered is whatever the rules say, capable is what they let through. */
export function toCapabilities({ passkeys, totp }: Registration) {
  const isPasswordlessCapable = passkeys.some(({ usable }) => usable)
  return {
    isMfaRegistered: passkeys.length > 0 || totp.registered,
    isMfaCapable: isPasswordlessCapable || totp.usable,
    isPasswordlessCapable,
  }
}

/** Write people as these reports do; whoever is switched off is not in them. */
export async function showRegistrations(
  call: GraphCall,
  people: readonly Person[],
): Promise<readonly (GraphObject | undefined)[]> {
  const ids = people.map(({ userId }) => userId)
  const registrations = await listRegistrations(call.deps, call.tenant.tenantId, ids)
  const byId = new Map(registrations.map((each) => [each.userId, each]))
  return people.map((person) => {
    const registration = byId.get(person.userId)
    return registration && toDetails(call, person, registration)
  })
}

function toDetails(call: GraphCall, person: Person, registration: Registration): GraphObject {
  const { systemPreferred, totp } = registration
  const isCodesChosen = totp.registered && person.defaultMethod === 'totp'
  return {
    id: person.userId,
    userPrincipalName: person.userName,
    userDisplayName: person.displayName,
    userType: 'member',
    isAdmin: registration.roles.length > 0,
    // Nobody resets a password of their own here: a pass lets them in again.
    isSsprRegistered: false,
    isSsprEnabled: false,
    isSsprCapable: false,
    ...toCapabilities(registration),
    methodsRegistered: toMethodsRegistered(registration),
    isSystemPreferredAuthenticationMethodEnabled: systemPreferred,
    // Of second factors alone, as the name in the other system has it.
    systemPreferredAuthenticationMethods: systemPreferred ? [totp.usable ? 'oath' : 'none'] : [],
    userPreferredMethodForSecondaryAuthentication: isCodesChosen ? 'oath' : 'none',
    // Not of yesterday: it is read when it is asked.
    lastUpdatedDateTime: toGraphTime(call.deps.now()),
    ...(call.version === 'beta' && { defaultMfaMethod: isCodesChosen ? 'softwareOneTimePasscode' : 'none' }),
  }
}
