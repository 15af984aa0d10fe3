import { nextMethods } from './next-methods.ts'
import type { MethodName } from './proven-method.ts'
import type { StrengthName } from './strength.ts'

/** What a person has to sign in with. A pass is not among it: no page may depend on whether there is one. */
export interface RegisteredMethods {
  readonly passkeys: number
  readonly password: boolean
  readonly totp: boolean
  /** Absent: there is no device that may approve, or the rules do not let it. */
  readonly push?: boolean
}

/** What is known of a person before anything is proven. */
export interface MethodHistory {
  readonly defaultMethod?: MethodName
}

/**
 * Decide which page a name gets: the passkey prompt for whoever has a passkey, unless they chose the password as their
 * default, or the approval that follows it; then the password; and the pass for everybody else, whether they have one or not.
 */
export function decideFirstPage(
  registered: RegisteredMethods,
  history: MethodHistory,
): 'passkey' | 'password' | 'pass' {
  const typesIt =
    history.defaultMethod === 'password' || (history.defaultMethod === 'push' && registered.push)
  const choseIt = typesIt && registered.password
  if (registered.passkeys > 0 && !choseIt) return 'passkey'
  return registered.password ? 'password' : 'pass'
}

/** Whether methods are enough to reach a strength. A pass is not counted: it is gone tomorrow. */
export function canReach(registered: RegisteredMethods, least: StrengthName): boolean {
  return nextMethods(toMethodNames(registered), [], least).length > 0
}

/** The names of the methods that somebody has. */
export function toMethodNames(registered: RegisteredMethods): readonly MethodName[] {
  const names: MethodName[] = []
  if (registered.passkeys > 0) names.push('passkey')
  if (registered.push === true) names.push('push')
  if (registered.totp) names.push('totp')
  if (registered.password) names.push('password')
  return names
}
