import type { OutlookThere, PasskeyFacts, PersonOutlook } from '@latchkey/policy'
import type { RehearsedPerson, RehearsedPlatform, WaveObstacle } from './rehearsal.ts'
import type { WaveKind } from './wave.ts'
import { worksOn } from './works-on.ts'

/** What sign-ins from one system told of somebody. */
export interface SeenOn {
  /** The policy was about one of them. */
  readonly asked: boolean
  /** One of those would have satisfied it. */
  readonly passed: boolean
  /** None of the devices could keep a passkey. */
  readonly tooOld: boolean
}

/** All that is known of somebody. */
export interface WavePersonFacts {
  readonly kind: WaveKind
  readonly outlook: PersonOutlook
  readonly passkeys: readonly PasskeyFacts[]
  readonly seenOn: ReadonlyMap<string, SeenOn>
  readonly policyName: string
  /** The names of policies that ask for a managed device. */
  readonly deviceRules: ReadonlySet<string>
}

/**
 * Judge whether somebody makes it. Asked for a passkey, they must make it on every system they sign in from, as what
 * worked must go on working; to add one, a single place is enough.
 */
export function judgeWavePerson(
  facts: WavePersonFacts,
): Pick<RehearsedPerson, 'outcome' | 'because' | 'platforms' | 'policies'> {
  const { outlook, kind, policyName } = facts
  const judgeThere = kind === 'enforcement' ? whyNotLetIn : whyNotAdded
  const there = byPlatform(outlook.there)
  const platforms = [...there].map(([platform, places]): RehearsedPlatform => {
    const because = distinct(places.flatMap((place) => judgeThere(facts, place, platform)))
    return { platform, outcome: because.length === 0 ? 'passes' : 'fails', because }
  })
  const inTheWay = [...outlook.there, outlook.anywhere].flatMap(({ outlook: { policies } }) => policies)
  const policies = distinct(inTheWay.filter((name) => name !== policyName))
  const anywhere = judgeThere(facts, outlook.anywhere, undefined)
  if (platforms.length === 0) return { outcome: 'notSeen', because: anywhere, platforms, policies }

  const failing = platforms.filter((each) => each.outcome === 'fails')
  const passes =
    kind === 'enforcement' ? failing.length === 0 && anywhere.length === 0 : failing.length < platforms.length
  if (passes) return { outcome: 'passes', because: [], platforms, policies }
  const because = distinct([...failing.flatMap((each) => each.because), ...anywhere])
  return { outcome: 'fails', because, platforms, policies }
}

/** @param platform absent: in the best place there is, so that what works where says nothing */
function whyNotLetIn(
  facts: WavePersonFacts,
  { outlook, counting }: OutlookThere,
  platform: string | undefined,
): readonly WaveObstacle[] {
  if (outlook.standing !== 'satisfied') return [nameObstacle(facts, outlook.policies)]
  const seen = platform === undefined ? undefined : facts.seenOn.get(platform)
  if (platform === undefined || seen?.passed || seen?.asked === false) return []
  return counting.some((passkey) => worksOn(passkey, platform)) ? [] : ['otherPlatform']
}

function whyNotAdded(
  { seenOn, passkeys }: WavePersonFacts,
  { outlook }: OutlookThere,
  platform: string | undefined,
): readonly WaveObstacle[] {
  if (outlook.standing === 'blocked') return ['blocked']
  if (outlook.standing === 'needsHelpDesk') return ['needsPass']
  const isTooOld = platform !== undefined && seenOn.get(platform)?.tooOld === true
  return isTooOld && passkeys.length === 0 ? ['tooOld'] : []
}

function nameObstacle(
  { passkeys, policyName, deviceRules }: WavePersonFacts,
  inTheWay: readonly string[],
): WaveObstacle {
  if (passkeys.length === 0) return 'noPasskey'
  if (inTheWay.some((name) => deviceRules.has(name))) return 'noDevice'
  if (inTheWay.length > 0 && !inTheWay.includes(policyName)) return 'otherPolicy'
  return passkeys.every(({ backupEligible }) => backupEligible) ? 'syncedOnly' : 'notAccepted'
}

function byPlatform(there: readonly OutlookThere[]): ReadonlyMap<string, readonly OutlookThere[]> {
  const places = new Map<string, OutlookThere[]>()
  for (const each of there) {
    const { platform = 'other' } = each.situation
    const known = places.get(platform) ?? []
    known.push(each)
    places.set(platform, known)
  }
  return places
}

function distinct<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)]
}
