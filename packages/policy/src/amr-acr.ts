import { type MethodName, type ProvenMethod, type SessionOrigin, verifiesUser } from './proven-method.ts'
import { decideStrength, isAtLeast, type StrengthName, strengthNames } from './strength.ts'

/**
 * What each proof puts into `amr` (RFC 8176, and `fido` and `tap`, which it does not have). The claim is the union over
 * what was proven in this sign-in, and `mfa` is added when that amounts to multi-factor authentication:
 *
 * | proven                                             | amr                          | acr                      |
 * |----------------------------------------------------|------------------------------|--------------------------|
 * | passkey, user verified                             | fido pop user mfa            | urn:latchkey:acr:phr     |
 * | … in attested hardware that does not copy          | fido pop user hwk mfa        | urn:latchkey:acr:phr     |
 * | passkey, user not verified                         | fido pop                     | urn:latchkey:acr:1fa     |
 * | Temporary Access Pass                              | tap mfa                      | urn:latchkey:acr:mfa     |
 * | password                                           | pwd                          | urn:latchkey:acr:1fa     |
 * | password and one-time code                         | pwd otp mfa                  | urn:latchkey:acr:mfa     |
 * | password and an approval on a device               | pwd rsa mfa                  | urn:latchkey:acr:mfa     |
 * | an approval from a remembered browser              | rsa mfa                      | urn:latchkey:acr:pwl     |
 * | any of them behind a device code                   | the same                     | at most urn:latchkey:acr:mfa |
 *
 * `rsa` is what scripts know for an approval in an authenticator app, whatever its key is; RFC 8176 has no word for it.
 *
 * `hwk` is said only of a key whose model was proven by a trusted attestation and which cannot be copied; everything
 * else about the hardware would be a claim of the client.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8176#section-2
 */
export const amrOfMethod: Readonly<Record<MethodName, readonly string[]>> = {
  passkey: ['fido', 'pop'],
  temporaryAccessPass: ['tap'],
  password: ['pwd'],
  totp: ['otp'],
  push: ['rsa'],
  passwordlessPush: ['rsa'],
}

/** The order in which `amr` values are written. */
export const amrOrder: readonly string[] = ['fido', 'pop', 'user', 'hwk', 'tap', 'pwd', 'rsa', 'otp', 'mfa']

/** What `acr` says of each strength. */
export const acrOfStrength: Readonly<Record<StrengthName, string>> = {
  singleFactor: 'urn:latchkey:acr:1fa',
  multiFactor: 'urn:latchkey:acr:mfa',
  passwordless: 'urn:latchkey:acr:pwl',
  phishingResistant: 'urn:latchkey:acr:phr',
}

/** `acr` when nothing was proven. @see https://openid.net/specs/openid-connect-core-1_0.html#IDToken */
export const acrOfNothing = '0'

/**
 * Say how somebody authenticated, from what was proven and from nothing else.
 */
export function toAmr(proofs: readonly ProvenMethod[]): string[] {
  const values = new Set(proofs.flatMap(amrOf))
  if (isAtLeast(decideStrength(proofs), 'multiFactor')) values.add('mfa')
  return amrOrder.filter((value) => values.has(value))
}

function amrOf(proof: ProvenMethod): readonly string[] {
  const { method, passkey } = proof
  if (method !== 'passkey' || passkey === undefined) return amrOfMethod[method]
  const values = [...amrOfMethod.passkey]
  if (verifiesUser(proof)) values.push('user')
  if (passkey.distrusted === undefined && passkey.attested && !passkey.backupEligible) values.push('hwk')
  return values
}

/** Say how strong it was. */
export function toAcr(proofs: readonly ProvenMethod[], origin: SessionOrigin = 'browser'): string {
  const strength = decideStrength(proofs, origin)
  return strength === 'none' ? acrOfNothing : acrOfStrength[strength]
}

/** The values of `acr_values` that we understand, ours and other people's. */
export const acrNames: Readonly<Record<string, StrengthName>> = {
  ...Object.fromEntries(strengthNames.map((name) => [acrOfStrength[name], name])),
  '1fa': 'singleFactor',
  mfa: 'multiFactor',
  pwl: 'passwordless',
  // OpenID's names for phishing-resistant authentication; with hardware or without, ours is the same strength.
  phr: 'phishingResistant',
  phrh: 'phishingResistant',
  possessionorinherence: 'multiFactor',
  'http://schemas.openid.net/pape/policies/2007/06/multi-factor': 'multiFactor',
  'http://schemas.openid.net/pape/policies/2007/06/phishing-resistant': 'phishingResistant',
}

/**
 * Read `acr_values`: the strengths that are asked for, in the client's order, without those we do not know.
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest
 */
export function readAcrValues(text: string): readonly StrengthName[] {
  const found = text
    .split(' ')
    .map((value) => (Object.hasOwn(acrNames, value) ? acrNames[value] : undefined))
    .filter((strength) => strength !== undefined)
  return [...new Set(found)]
}
