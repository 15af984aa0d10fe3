import { toBase64url, toUtf8 } from '@latchkey/encoding'
import { decideFirstPage, mayUsePasskey, preferredOrder } from '@latchkey/policy'
import type { AllowedCredential } from '../credentials/begin-authentication.ts'
import { toPasskeyFacts } from '../credentials/decide-passkey.ts'
import { decoyKeyNumber, toDecoyId } from '../credentials/decoy.ts'
import type { Deps } from '../deps.ts'
import { isReachable } from '../device-links/is-reachable.ts'
import type { Keyring } from '../keys/keyring.ts'
import { normaliseUserName } from '../people/normalise-user-name.ts'
import { getPersonFacts } from '../rules/get-person-facts.ts'
import { getRules } from '../rules/get-rules.ts'

/** The page that a name gets. */
export interface NamePage {
  readonly kind: 'passkey' | 'password' | 'pass'
  /** The passkeys to ask for; empty if the name has none. */
  readonly allowCredentials: readonly AllowedCredential[]
}

/**
 * Look up what page a name gets.
 *
 * A name that nobody has, or whose person is switched off, is shaped after a person of the tenant whom a MAC of the name
 * points at, with credential ids made by a MAC: so such names look like the tenant's own people, each always the same,
 * and when that person gains or loses a passkey so does it. Every name costs the same reads. A passkey that the rules do
 * not allow, or that no browser could ask for, is not asked for, and stands for no page.
 *
 * @throws IdentityRefusal `invalid_input` for what cannot be a name
 */
export async function lookUpName(deps: Deps, tenantId: string, typedName: string): Promise<NamePage> {
  const { stores, keyring } = deps
  const userName = normaliseUserName(typedName)
  const secret = nameSecret(keyring, tenantId, userName)

  const named = await stores.people.findByUserName(tenantId, userName)
  const neighbour = await stores.people.findNearest(tenantId, secret)
  const isReal = named?.enabled === true
  const shape = isReal ? named : neighbour
  const found = await stores.people.findMethods(tenantId, shape?.userId ?? '')
  // An account for emergencies is opened by its passkeys and nothing else.
  const registered = shape?.breakGlass === true ? { ...found, password: false, totp: false } : found
  const credentials = await stores.credentials.listOfPerson(tenantId, shape?.userId ?? '')
  const { methods } = await getRules(stores, deps, tenantId)
  const facts = await getPersonFacts(stores, shape ?? { tenantId, userId: '', breakGlass: false }, methods)
  const awake = credentials.filter(
    (each) => isReachable(each) && mayUsePasskey(methods, facts, toPasskeyFacts(each)).allow,
  )
  const { defaultMethod } = shape ?? {}
  const choosesAlone = preferredOrder(methods, facts) === undefined

  return {
    kind: decideFirstPage(
      { ...registered, passkeys: awake.length },
      choosesAlone && defaultMethod !== undefined ? { defaultMethod } : {},
    ),
    allowCredentials: awake.map((credential) => ({
      id: toBase64url(isReal ? credential.id : toDecoyId(keyring, secret, credential)),
      type: 'public-key',
      transports: credential.transports,
    })),
  }
}

function nameSecret(keyring: Keyring, tenantId: string, userName: string): Uint8Array {
  const message = toUtf8(JSON.stringify([tenantId, userName]))
  return keyring.mac('unknown names', decoyKeyNumber(keyring), message)
}
