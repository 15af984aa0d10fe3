import type { TenantSettings } from '@latchkey/identity'
import type { ConditionalAccessDocument, RuleDocuments } from '@latchkey/policy'
import type { WaveKind } from './wave.ts'

/** Why somebody would not make it. The names are stable: they are kept, and each has words. */
export const waveObstacles = [
  'noPasskey',
  /** Every passkey they have is copied between devices, and that is not enough. */
  'syncedOnly',
  /** They have passkeys, of models or under rules that do not let them count. */
  'notAccepted',
  /** What they have works on another system than one they sign in from, and was never used there. */
  'otherPlatform',
  /** A policy asks for a device that is managed, and theirs is not. */
  'noDevice',
  /** Another policy is in the way. */
  'otherPolicy',
  /** They can add a passkey once they have a Temporary Access Pass. */
  'needsPass',
  /** Nothing anybody could give them would let them in. */
  'blocked',
  /** No device they were seen with is new enough to keep a passkey. */
  'tooOld',
  /** They would have been shut out when the wave wanted to move them. */
  'lockOut',
] as const

/** One of `waveObstacles`. */
export type WaveObstacle = (typeof waveObstacles)[number]

/** What would become of somebody. `notSeen`: they signed in nowhere for thirty days, so nobody knows from where they will. */
export const rehearsalOutcomes = ['passes', 'fails', 'notSeen'] as const

/** One of `rehearsalOutcomes`. */
export type RehearsalOutcome = (typeof rehearsalOutcomes)[number]

/** A wave played through for its people, as they are today. Plain data, so that it can be asked of another thread. */
export interface RehearsalAsk {
  readonly tenantId: string
  readonly kind: WaveKind
  readonly settings: Pick<TenantSettings, 'leastStrength' | 'passwordMayAddFirstPasskey'>
  /** All rules, as they are. */
  readonly documents: RuleDocuments
  /** The policy that would hold for them. For a registration wave it is one that nobody keeps. */
  readonly policy: ConditionalAccessDocument
  /** The group they would be in by then. */
  readonly groupId: string
  /** Those of the wave. */
  readonly groupIds: readonly string[]
  /** Those of waves of the same kind before it: whoever is in one of these has their turn there. */
  readonly earlierGroupIds: readonly string[]
}

/** How somebody would fare on one system they sign in from. */
export interface RehearsedPlatform {
  /** As rules call it; `other` where nobody knows. */
  readonly platform: string
  readonly outcome: 'passes' | 'fails'
  readonly because: readonly WaveObstacle[]
}

/** One of the wave's people. */
export interface RehearsedPerson {
  readonly userId: string
  readonly outcome: RehearsalOutcome
  readonly because: readonly WaveObstacle[]
  /** Where they signed in from in the last thirty days. */
  readonly platforms: readonly RehearsedPlatform[]
  /** The names of other policies in the way. */
  readonly policies: readonly string[]
  /** They are in the group already, by whomever. */
  readonly inGroup: boolean
  /** Stands for all they have: whoever has something else by now is looked at anew. */
  readonly facts: string
}

/** What a wave would do. */
export interface Rehearsal {
  readonly at: Date
  /** By user id. Accounts for emergencies and whoever is switched off are in no wave. */
  readonly people: readonly RehearsedPerson[]
  /** Whether one of them who loses every passkey gets back in with a Temporary Access Pass. */
  readonly passLetsBackIn: boolean
  /** False: there were more sign-ins than are looked at; older ones may have proven more. */
  readonly complete: boolean
}
