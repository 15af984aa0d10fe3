import type { MethodName } from '../proven-method.ts'
import type { AuthenticationMode } from './authentication-modes.ts'

/** Which of our methods proves a mode. Certificates, telephony and federation are proven by nothing here. */
const methodOf: Readonly<Partial<Record<AuthenticationMode, MethodName>>> = {
  fido2: 'passkey',
  windowsHelloForBusiness: 'passkey',
  password: 'password',
  softwareOath: 'totp',
  deviceBasedPush: 'passwordlessPush',
  microsoftAuthenticatorPush: 'push',
  temporaryAccessPassOneTime: 'temporaryAccessPass',
  temporaryAccessPassMultiUse: 'temporaryAccessPass',
}

/** The method that proves a mode, if there is one. */
export function findMethodOfMode(mode: AuthenticationMode): MethodName | undefined {
  return methodOf[mode]
}

/** Whether anything here proves a mode. */
export function isProvable(mode: AuthenticationMode): boolean {
  return methodOf[mode] !== undefined
}

/** Whether people here can prove every mode of a combination, as it is written in a strength. */
export function isProvableCombination(combination: string): boolean {
  return combination.split(',').every((mode) => Object.hasOwn(methodOf, mode))
}
