import type { PasskeyDenial } from '@latchkey/policy'
import { type BuiltIn, builtInProviders } from '../built-in.ts'
import { judgeKeeper } from '../judge-device.ts'
import type { OfferedProvider, OpenPolicy, Standing } from '../open-policy.ts'
import { type ChosenPhone, planWizard } from '../plan-wizard.ts'
import type { Caution } from '../step.ts'
import type { Visitor } from '../visitor.ts'
import { builtInsOf, columnOf } from './guide-column.ts'
import type { GuidePhone, GuidePlace, GuideReason, GuideWayKind } from './guide-plan.ts'

/** A way there might be, and what speaks against it. */
export interface JudgedWay {
  readonly id: string
  readonly kind: GuideWayKind
  readonly place: GuidePlace
  readonly name: string
  readonly provider?: OfferedProvider
  readonly because?: GuideReason
  /** Where the system is too old: what it would take. */
  readonly least?: string
}

/** What somebody holds, what is open to them, and the phone beside it, if there is one and they said which. */
export interface WayFacts {
  readonly visitor: Visitor
  readonly policy: OpenPolicy
  readonly phone?: GuidePhone | undefined
}

/** Judge each way there is to a passkey, from the device somebody is at. What is open, and what keeps each of the others shut. */
export function judgeWays(facts: WayFacts): readonly JudgedWay[] {
  const { visitor, policy } = facts
  return [
    ...policy.providers.map((provider) => judgeProvider(facts, provider)),
    ...builtInsOf(visitor).map((builtIn) => judgeBuiltIn(facts, builtIn)),
    judgePhone(facts),
    {
      ...firstOf(whyNot(policy.securityKey), tooOldFor(facts, 'securityKey')),
      id: 'securityKey',
      kind: 'securityKey',
      place: 'securityKey',
      name: '',
    },
  ]
}

const kindOf: Readonly<Record<BuiltIn, GuideWayKind>> = {
  icloudKeychain: 'appleKeychain',
  googlePasswordManager: 'googlePasswordManager',
  samsungPass: 'samsungPass',
  windowsHello: 'windowsHello',
}

/** What a web app of ours needs of a phone to keep passkeys the way it says. */
export const phoneAppNeeds = { iOS: '17', android: '9' } as const

function judgeProvider(facts: WayFacts, provider: OfferedProvider): JudgedWay {
  const { visitor, policy, phone } = facts
  const { id, name, own, standing } = provider
  const onPhone = columnOf(visitor) !== 'desktop'
  const kind = own?.surface ?? 'app'
  const across = kind === 'agent' || (kind === 'app' && !onPhone)
  const { cautions } = planWizard(visitor, policy, { kind: 'provider', provider }, chosenPhone(phone))
  const nowhere =
    own === undefined && provider.phones.iOS === undefined && provider.phones.android === undefined
  return {
    ...firstOf(
      whyNot(standing),
      nowhere || (onPhone && kind === 'agent') ? { because: 'notForDevice' } : undefined,
      kind === 'phoneApp' && onPhone ? whyNotInPhone(facts) : undefined,
      ...cautions.map(fromCaution),
    ),
    id: `app-${id}`,
    kind,
    place: across ? 'otherDevice' : 'app',
    name,
    provider,
  }
}

/** What the phone app makes is kept where the phone keeps its own: that has to be open, and new enough. */
function whyNotInPhone(facts: WayFacts): Why | undefined {
  return whyNotKept(facts.visitor, facts.policy) ?? tooOld(judgeKeeper(facts.visitor, phoneAppNeeds))
}

function judgeBuiltIn(facts: WayFacts, builtIn: BuiltIn): JudgedWay {
  const kind = kindOf[builtIn]
  return {
    ...firstOf(whyNot(facts.policy.builtIn[builtIn]), tooOldFor(facts, builtIn)),
    id: kind,
    kind,
    place: 'thisDevice',
    name: builtInProviders[builtIn].name,
  }
}

/** A phone over a QR code: from a computer it is asked for; on the phone itself the way begins at the computer. */
function judgePhone({ visitor, policy, phone }: WayFacts): JudgedWay {
  const onPhone = columnOf(visitor) !== 'desktop'
  const held = onPhone ? visitor : toPhone(phone)
  const { cautions } = planWizard(visitor, policy, { kind: 'other-device' })
  return {
    ...firstOf(
      held === undefined ? whyNot(policy.synced) : whyNotKept(held, policy),
      ...(onPhone ? [] : cautions.map(fromCaution)),
    ),
    id: 'phone',
    kind: 'phone',
    place: 'otherDevice',
    name: '',
  }
}

/** Why a device keeps nothing by itself; `undefined` if one of the things that could is open and new enough. */
function whyNotKept(visitor: Visitor, policy: OpenPolicy): Why | undefined {
  const keepers = builtInsOf(visitor).map((each) =>
    firstWhy(whyNot(policy.builtIn[each]), tooOldFor({ visitor, policy }, each)),
  )
  return keepers.includes(undefined) ? undefined : keepers[0]
}

/** What is known of a phone that somebody named. */
export function toPhone(phone: GuidePhone | undefined): Visitor | undefined {
  if (phone === undefined) return undefined
  if (phone === 'iphone') return { system: 'iOS' }
  return { system: 'android', ...(phone === 'samsung' && { maker: 'samsung' as const }) }
}

/** As a wizard is told of it. */
export function chosenPhone(phone: GuidePhone | undefined): ChosenPhone | undefined {
  const { system, maker } = toPhone(phone) ?? {}
  if (system !== 'iOS' && system !== 'android') return undefined
  return { phone: system, ...(maker === 'samsung' && { maker }) }
}

interface Why {
  readonly because: GuideReason
  readonly least?: string
}

const firstWhy = (...reasons: readonly (Why | undefined)[]) => reasons.find((why) => why !== undefined)

const firstOf = (...reasons: readonly (Why | undefined)[]): Partial<Why> => firstWhy(...reasons) ?? {}

function tooOldFor({ visitor, policy }: WayFacts, keeper: string): Why | undefined {
  return tooOld(judgeKeeper(visitor, policy.minimumVersions[keeper] ?? {}))
}

function tooOld(verdict: ReturnType<typeof judgeKeeper>): Why | undefined {
  return verdict.kind === 'tooOld' ? { because: 'tooOld', least: verdict.least } : undefined
}

function whyNot(standing: Standing): Why | undefined {
  return standing.allowed ? undefined : { because: reasonOf[standing.because] }
}

function fromCaution(caution: Caution): Why | undefined {
  if (caution.id === 'tooOld') return { because: 'tooOld', least: caution.least }
  if (caution.id === 'noHybrid') return { because: 'noHybrid' }
  return caution.id === 'notForPhone' || caution.id === 'notForBrowser'
    ? { because: 'notForDevice' }
    : undefined
}

const reasonOf: Readonly<Record<PasskeyDenial, GuideReason>> = {
  method_disabled: 'notOpen',
  excluded: 'notOpen',
  not_in_scope: 'notOpen',
  break_glass: 'notOpen',
  administrator: 'notOpen',
  guest: 'notOpen',
  self_service_off: 'helpDeskOnly',
  model_distrusted: 'notThisKind',
  model_not_allowed: 'notThisKind',
  device_bound_not_allowed: 'notThisKind',
  synced_not_allowed: 'notSynced',
  not_attested: 'notProven',
  evidence_too_weak: 'notProven',
}
