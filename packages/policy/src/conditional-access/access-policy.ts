import type {
  AccessPolicyState,
  BuiltInControl,
  PolicyClientAppType,
  PolicyPlatform,
  RiskLevel,
} from '../documents/conditional-access-document.ts'
import type { Strength } from '../strengths/compile-strength.ts'
import type { CompiledTerms } from './accepted-terms.ts'
import type { CidrRange } from './cidr-range.ts'
import type { DeviceFilter } from './device-filter-rule.ts'

/** Whom a policy is for. Ids are in small letters. */
export interface UserCondition {
  readonly all: boolean
  readonly guests: boolean
  readonly users: ReadonlySet<string>
  readonly groups: readonly string[]
  readonly roles: readonly string[]
  readonly excluded: {
    readonly guests: boolean
    readonly users: ReadonlySet<string>
    readonly groups: readonly string[]
    readonly roles: readonly string[]
  }
}

/** What a policy is about. */
export type TargetCondition =
  | {
      readonly kind: 'apps'
      readonly all: boolean
      readonly apps: ReadonlySet<string>
      readonly excluded: ReadonlySet<string>
    }
  | { readonly kind: 'actions'; readonly actions: ReadonlySet<string> }
  | { readonly kind: 'contexts'; readonly contexts: ReadonlySet<string> }

/** A place that policies name, ready to be looked into. */
export type Place =
  | { readonly kind: 'networks'; readonly trusted: boolean; readonly ranges: readonly CidrRange[] }
  | { readonly kind: 'countries'; readonly countries: ReadonlySet<string>; readonly unknownToo: boolean }

/** Words of a condition that are taken, and words that are not; absent where the policy does not care. */
export interface WordCondition<Word extends string> {
  readonly included: ReadonlySet<Word>
  readonly excluded: ReadonlySet<Word>
}

/** One thing that a policy asks for. */
export type Control =
  | { readonly kind: 'block' }
  /** `mfa` is the built-in strength by another name. `strength` is absent when there is none of that id: never met. */
  | {
      readonly kind: 'strength'
      readonly name: 'mfa' | 'authenticationStrength'
      readonly strength?: Strength
    }
  | { readonly kind: 'compliantDevice' }
  | { readonly kind: 'domainJoinedDevice' }
  | { readonly kind: 'terms'; readonly id: string }
  /** Nobody gives us the signal: never met. */
  | { readonly kind: 'unavailable'; readonly name: BuiltInControl | 'customAuthenticationFactors' }

/** How old a proof may be. */
export interface Frequency {
  readonly seconds: number
  /** Whether only what comes after a password must be new. */
  readonly secondaryOnly: boolean
}

/** A policy, ready to be decided by. */
export interface AccessPolicy {
  readonly id: string
  readonly displayName: string
  readonly state: AccessPolicyState
  readonly users: UserCondition
  readonly target: TargetCondition
  readonly clientAppTypes?: ReadonlySet<PolicyClientAppType>
  readonly platforms?: WordCondition<PolicyPlatform>
  readonly locations?: WordCondition<string>
  readonly deviceFilter?: { readonly mode: 'include' | 'exclude'; readonly filter: DeviceFilter }
  readonly transferMethods?: ReadonlySet<string>
  readonly signInRisk?: ReadonlySet<RiskLevel>
  readonly userRisk?: ReadonlySet<RiskLevel>
  readonly insiderRisk?: ReadonlySet<string>
  readonly operator: 'AND' | 'OR'
  readonly controls: readonly Control[]
  readonly frequency?: Frequency
  readonly persistentBrowser?: 'always' | 'never'
  /** The names of what it asks for, as the log tells them. */
  readonly grantControls: readonly string[]
  readonly sessionControls: readonly string[]
}

/** All policies of a tenant, ready to be decided by. */
export interface CompiledAccess {
  readonly policies: readonly AccessPolicy[]
  readonly places: ReadonlyMap<string, Place>
  /** The authentication contexts that applications may ask for. */
  readonly contexts: ReadonlySet<string>
  /** The terms of use there are, by id. */
  readonly terms: ReadonlyMap<string, CompiledTerms>
}
