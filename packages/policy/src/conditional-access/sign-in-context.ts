import type { RiskLevel } from '../documents/conditional-access-document.ts'
import type { ProvenMethod, SessionOrigin } from '../proven-method.ts'
import type { DeviceFacts } from './device-facts.ts'
import type { UserAction } from './known-apps.ts'

/** What somebody opens, or does. */
export type AccessTarget =
  | {
      readonly kind: 'app'
      readonly clientId: string
      /** Other ids of the same application that policies may name it by. */
      readonly aliases?: readonly string[]
    }
  | { readonly kind: 'action'; readonly action: UserAction }

/**
 * Everything about a sign-in that policies look at. What is absent is not known, and no condition is met by it.
 *
 * The platform is the browser's own word: rules for one platform sort honest people and keep nobody out.
 */
export interface SignInContext {
  readonly target: AccessTarget
  /** What the application asked for by name: `c1` to `c99`. */
  readonly authenticationContexts: readonly string[]
  readonly platform?: 'android' | 'iOS' | 'windows' | 'macOS' | 'linux'
  readonly ipAddress: string
  /** Two capital letters (ISO 3166-1). */
  readonly country?: string
  readonly clientAppType: 'browser' | 'mobileAppsAndDesktopClients' | 'other'
  readonly device?: DeviceFacts
  /** How the sign-in is carried to another device. */
  readonly transferMethod?: 'deviceCodeFlow' | 'authenticationTransfer'
  /** What was proven in this session. */
  readonly proofs: readonly ProvenMethod[]
  readonly origin: SessionOrigin
  readonly now: Date
  /** The ids of the terms of use that the person has accepted, in the version that counts. */
  readonly acceptedTerms: ReadonlySet<string>
  /** What somebody who measures risk says. Nothing of ours does: it is there for what-if. */
  readonly risk?: {
    readonly signIn?: RiskLevel
    readonly user?: RiskLevel
    readonly insider?: 'minor' | 'moderate' | 'elevated'
  }
}
