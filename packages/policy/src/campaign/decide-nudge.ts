import type { CompiledMethods, PasskeyProfile } from '../methods/compile-methods.ts'
import { profilesOf } from '../methods/decide-passkey.ts'
import { isAmong } from '../methods/people-set.ts'
import type { PersonFacts } from '../person-facts.ts'
import { freshProofs, type ProvenMethod } from '../proven-method.ts'
import { satisfies } from '../strength.ts'
import { answersHere, type PasskeyKeeper, type Place } from './answers-here.ts'
import type { Campaign } from './compile-campaign.ts'

/** Why somebody is not asked for a passkey at this sign-in. The names are stable. */
export type NudgeDenial =
  /** It is off, or left to the system. */
  | 'no_campaign'
  | 'excluded'
  | 'not_in_scope'
  | 'guest'
  /** The account is kept for emergencies. */
  | 'break_glass'
  /** The campaign asks for the app after a code by text or a call, and there are none of these here. */
  | 'needs_telephone'
  /** Nothing was proven in this visit: they were signed in before. */
  | 'signed_in_before'
  /** Less than multi-factor authentication was proven in this visit. */
  | 'not_multi_factor'
  /** On their first day with a pass, the first passkey is asked for elsewhere. */
  | 'came_by_pass'
  /** They are on the way to their sign-in methods, or to an authenticator that makes its own passkey. */
  | 'on_the_way_to_methods'
  | 'in_app_browser'
  /** Nothing of the system keeps passkeys, or nobody knows which it is. */
  | 'system_without_passkeys'
  /** A method was added in this session. */
  | 'just_registered'
  /** They hold one that answers here, or that the rules are content with anywhere. */
  | 'has_passkey'
  | 'snoozed'
  /** What came to nothing is left alone for a while. */
  | 'failed_lately'
  /** Rules do not let them add a method here and now. */
  | 'registration_blocked'

/** Whether somebody is asked for a passkey, and how. */
export type NudgeDecision =
  | {
      readonly nudge: true
      /** How often it can still be put off; 0: not any more; absent: as often as they like. */
      readonly snoozesLeft?: number
      readonly deadline?: Date
    }
  | { readonly nudge: false; readonly because: NudgeDenial }

/** The visit in which somebody might be asked. */
export interface NudgeVisit extends Place {
  readonly now: Date
  readonly inAppBrowser: boolean
  readonly onTheWayToMethods: boolean
  readonly cameByPass: boolean
  /** Their turn has come, whomever the campaign names. */
  readonly inStartedWave: boolean
  readonly startedAt: Date
  /** What the session proved, whenever. */
  readonly proofs: readonly ProvenMethod[]
  /** Whether a passkey that was used in this visit is on this very device. */
  readonly usedOneHere: boolean
}

/** What is read only about somebody who might be asked. */
export interface NudgeHistory {
  /** What they hold and can use. */
  readonly keepers: readonly PasskeyKeeper[]
  readonly justRegistered: boolean
  readonly snoozes: number
  readonly snoozedAt?: Date
  readonly failedAt?: Date
}

/**
 * Decide by the campaign and the visit whether somebody might be asked: what can be said before anything is read about
 * what they hold. Without `person`, what can be said before anything is read about them at all.
 *
 * @returns `undefined` if they might
 */
export function whyNoNudge(
  { campaign }: CompiledMethods,
  visit: NudgeVisit,
  person?: PersonFacts,
): NudgeDenial | undefined {
  if (campaign.state !== 'enabled') return 'no_campaign'
  return whyNotInVisit(visit) ?? (person && whyNotInCampaign(campaign, person, visit))
}

/**
 * Decide whether to ask somebody for a passkey on the way through sign-in: each time for a reason, never twice for the
 * same, and never where it would lead nowhere.
 *
 * Whether rules let them add one is the last thing to find out, and left to the caller (`registration_blocked`).
 */
export function decideNudge(
  methods: CompiledMethods,
  person: PersonFacts,
  visit: NudgeVisit,
  history: NudgeHistory,
): NudgeDecision {
  const { campaign } = methods
  const because =
    whyNoNudge(methods, visit, person) ??
    (holdsEnough(profilesOf(methods, person), visit, history) ? 'has_passkey' : undefined) ??
    (history.justRegistered ? 'just_registered' : undefined) ??
    whyLeftInPeace(campaign, visit.now, history)
  if (because !== undefined) return { nudge: false, because }

  const { mostSnoozes, deadline } = campaign
  if (isOver(campaign, visit.now)) return { nudge: true, snoozesLeft: 0, ...(deadline && { deadline }) }
  return {
    nudge: true,
    ...(mostSnoozes !== undefined && { snoozesLeft: Math.max(0, mostSnoozes - history.snoozes) }),
    ...(deadline && { deadline }),
  }
}

function whyNotInCampaign(
  campaign: Campaign,
  person: PersonFacts,
  { inStartedWave }: NudgeVisit,
): NudgeDenial | undefined {
  if (person.breakGlass) return 'break_glass'
  if (person.guest) return 'guest'
  if (isAmong(campaign.excluded, person)) return 'excluded'
  if (inStartedWave) return undefined
  const wanted = campaign.targets.filter(({ people }) => isAmong(people, person))
  if (wanted.length === 0) return 'not_in_scope'
  return wanted.some(({ method }) => method === 'fido2') ? undefined : 'needs_telephone'
}

function whyNotInVisit(visit: NudgeVisit): NudgeDenial | undefined {
  const { proofs, startedAt, system } = visit
  const proven = proofs.filter(({ at }) => at >= startedAt)
  if (visit.onTheWayToMethods) return 'on_the_way_to_methods'
  if (visit.cameByPass) return 'came_by_pass'
  if (visit.inAppBrowser) return 'in_app_browser'
  if (system === undefined || system === 'linux') return 'system_without_passkeys'
  if (freshProofs(proven, visit.now, longestVisitSeconds).length === 0) return 'signed_in_before'
  if (visit.usedOneHere) return 'has_passkey'
  return satisfies(proven, 'multiFactor').allow ? undefined : 'not_multi_factor'
}

/** No visit to the sign-in pages takes longer. */
const longestVisitSeconds = 60 * 60

/** Where models are named, or have to be proven, one passkey that fits is enough: nobody has one of them on each device. */
function holdsEnough(profiles: readonly PasskeyProfile[], place: Place, history: NudgeHistory): boolean {
  if (history.keepers.some((keeper) => answersHere(keeper, place))) return true
  const oneIsEnough = profiles.every(({ attestation, models }) => attestation || models !== undefined)
  return oneIsEnough && history.keepers.length > 0
}

const dayMilliseconds = 86_400_000

function whyLeftInPeace(
  campaign: Campaign,
  now: Date,
  { snoozedAt, failedAt }: NudgeHistory,
): NudgeDenial | undefined {
  const within = (at: Date | undefined, days: number) =>
    at !== undefined && now.getTime() - at.getTime() < days * dayMilliseconds
  if (within(failedAt, Math.max(1, campaign.snoozeDays))) return 'failed_lately'
  return within(snoozedAt, campaign.snoozeDays) && !isOver(campaign, now) ? 'snoozed' : undefined
}

function isOver({ deadline }: Campaign, now: Date): boolean {
  return deadline !== undefined && now >= deadline
}
