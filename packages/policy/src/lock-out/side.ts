import type { AccessPolicy } from '../conditional-access/access-policy.ts'
import { knownApps, toAppId, type UserAction } from '../conditional-access/known-apps.ts'
import { looksAtDevices } from '../conditional-access/looks-at-devices.ts'
import { isAbout, isFor, toSignInFacts } from '../conditional-access/match-policy.ts'
import type { PersonFacts } from '../person-facts.ts'
import type { Rules } from '../rules.ts'
import { type Bits, isInAll, nameCommon, toBits } from './bits.ts'
import { newBrowserOn } from './browser-devices.ts'
import { decideOutlook, type OnDevice } from './decide-outlook.ts'
import { type Holdings, type Outlook, type Situation, standings } from './person-standing.ts'
import { type SeenDevice, seeDevice } from './seen-device.ts'
import { isAtHand, toWays, type Way, type Ways } from './ways.ts'

/** One side of a change: the rules before it, or after. Remembers what it has worked out. */
export interface Side {
  /** Everything about a person that these rules look at. */
  place(person: PersonFacts, holdings: Holdings): PlacedPerson
  /** Everything about a situation that these rules look at. */
  meet(situation: Situation): MetSituation
  /** How the person fares there, in the best of the ways that are open to them. */
  outlook(person: PlacedPerson, situation: MetSituation): Outlook
}

/** What an outlook rests on beside rules, people and places. */
interface SideTerms {
  readonly now: Date
  readonly passwordMayAddFirstPasskey: boolean
  /** Whether the organisation lets devices register at all. Absent: it does. */
  readonly devicesMayJoin?: boolean
}

/** A person, as the policies that could apply to them. */
export interface PlacedPerson {
  readonly policies: Bits
  readonly ways: Ways
  /** Whether it matters to them on which system they are: situations that differ in it alone are different then. */
  readonly bySystem: boolean
}

/** A situation, as the policies that speak of it, on whichever device. */
export interface MetSituation {
  readonly situation: Situation
  readonly policies: Bits
  /** The policies that speak of adding a sign-in method there. */
  readonly registering: Bits
  /** The policies that speak of registering a device there. Absent: that would help nobody. */
  readonly joining?: Bits
  /** What is known of the device beforehand. */
  readonly device: SeenDevice
  /** A browser there that somebody could register: before anything is said of it, and after. */
  readonly newBrowser?: { readonly unsaid: SeenDevice; readonly vouched: SeenDevice }
  /** Whether it is the place from which everything is administered. */
  readonly isAdminCentre: boolean
  /** Two situations with the same key are the same to these rules, except to whom it matters on which system they are. */
  readonly key: string
}

/**
 * Make one side of a change.
 *
 * Whether a policy applies is asked once for each person, each situation and each device; where the same policies meet
 * the same holdings, the outlook is the same, so few are ever worked out.
 */
export function makeSide(rules: Rules, terms: SideTerms): Side {
  const policies = rules.access.policies.filter(({ state }) => state === 'enabled')
  const models = [...rules.strengths.values()].flatMap(({ combinations }) =>
    combinations.flatMap(({ passkeyModels }) => [...(passkeyModels ?? [])]),
  )
  const atDevices = looksAtDevices({ ...rules.access, policies })
  const see = (device: SeenDevice['device']) => seeDevice(policies, device)
  const meets = toMeet(rules, policies, { see, atDevices, ...terms })
  const waysAsk = { models: [...new Set(models)], ...terms, ...(atDevices && { see }) }
  const outlooks = new Map<string, Outlook>()

  const outlookBy = (person: PlacedPerson, met: MetSituation, way: Way): Outlook => {
    const { device = met.device, vouched } = way
    // Whoever administers proves themselves by more than an approval: nothing is changed on the word of one.
    const provable = met.isAdminCentre ? way.lasting : way.provable
    const { newBrowser, joining } = met
    const name = (of: Bits, seen: SeenDevice) => nameCommon(person.policies, of, seen.policies)
    let key = `${name(met.policies, device)};${name(met.registering, device)};${nameOf(met.situation)},${device.key};${provable.key}`
    if (joining !== undefined) key += `;${name(joining, device)}`
    if (vouched !== undefined) key += `;${name(met.policies, vouched)}${vouched.key}`
    if (newBrowser !== undefined) {
      key += `;${name(met.policies, newBrowser.unsaid)};${name(met.policies, newBrowser.vouched)}`
    }
    const known = outlooks.get(key)
    if (known !== undefined) return known

    const listed = (of: Bits, seen: SeenDevice) =>
      policies.filter((_, at) => isInAll([person.policies, of, seen.policies], at))
    const toOn = (seen: SeenDevice): OnDevice => ({
      device: seen.device ?? {},
      applying: listed(met.policies, seen),
    })
    const outlook = decideOutlook({
      ...terms,
      situation: device.device === undefined ? met.situation : { ...met.situation, device: device.device },
      applying: listed(met.policies, device),
      registering: listed(met.registering, device),
      joining: joining === undefined ? [] : listed(joining, device),
      provable,
      ...(vouched && { vouched: toOn(vouched) }),
      ...(newBrowser && {
        newBrowser: { unsaid: toOn(newBrowser.unsaid), vouched: toOn(newBrowser.vouched) },
      }),
    })
    outlooks.set(key, outlook)
    return outlook
  }

  return {
    place: (person, holdings) => ({
      // Left out of enforcement, whatever the policies say.
      policies: toBits(policies, (policy) => !person.breakGlass && isFor(policy.users, person)),
      ways: toWays(rules, person, holdings, waysAsk),
      bySystem: isBySystem(holdings),
    }),
    meet: meets,
    outlook(person, met) {
      const [first, ...others] = person.ways(met.situation)
      return others.reduce(
        (best, way) => betterOf(best, outlookBy(person, met, way)),
        outlookBy(person, met, first),
      )
    },
  }
}

/** What controls look at beside proofs and devices: some are not asked of who adds a method, or a device. */
function nameOf({ target, transferMethod }: Situation): string {
  return `${transferMethod ?? ''},${target.kind === 'action' ? target.action : ''}`
}

/** Passkeys that prove a device and browsers that are remembered count on one system each. */
function isBySystem({ passkeys, rememberedOn = [] }: Holdings): boolean {
  return rememberedOn.length > 0 || passkeys.some(({ device }) => device !== undefined)
}

function betterOf(one: Outlook, other: Outlook): Outlook {
  return standings.indexOf(other.standing) < standings.indexOf(one.standing) ? other : one
}

function toMeet(
  rules: Rules,
  policies: readonly AccessPolicy[],
  ask: {
    readonly see: (device: SeenDevice['device']) => SeenDevice
    readonly atDevices: boolean
    readonly devicesMayJoin?: boolean
  },
): Side['meet'] {
  const { see, atDevices, devicesMayJoin = true } = ask
  // What filters say of a device is asked apart: a situation is met once, whoever is in it with whatever.
  const onAnyDevice = policies.map(({ deviceFilter: _, ...policy }): AccessPolicy => policy)
  const helpsToJoin = devicesMayJoin && (atDevices || rules.methods.push.enabled)
  return (situation) => {
    const nothing = {
      proofs: [],
      origin: 'browser',
      now: new Date(0),
      acceptedTerms: new Set<string>(),
    } as const
    const about = (facts: ReturnType<typeof toSignInFacts>) =>
      toBits(onAnyDevice, (policy) => isAbout(policy, facts))
    // A sign-in is carried to another device; adding a method is not.
    const { transferMethod, platform, ...there } = situation
    const doing = (action: UserAction) =>
      about(
        toSignInFacts(rules.access, {
          ...there,
          ...(platform !== undefined && { platform }),
          ...nothing,
          target: { kind: 'action', action },
        }),
      )
    const spoken = about(toSignInFacts(rules.access, { ...situation, ...nothing }))
    const registering = doing('urn:user:registersecurityinfo')
    const joining = helpsToJoin ? doing('urn:user:registerdevice') : undefined
    const device = see(situation.device)
    const mayJoin = atDevices && devicesMayJoin && isAtHand(situation)
    const fresh = mayJoin ? newBrowserOn(platform) : undefined
    const newBrowser = fresh && { unsaid: see(fresh), vouched: see({ ...fresh, isCompliant: true }) }
    const isAdminCentre =
      situation.target.kind === 'app' && toAppId(situation.target.clientId) === knownApps.adminCentre
    const key = [
      spoken.join(),
      registering.join(),
      joining?.join() ?? '',
      device.key,
      nameOf(situation),
      newBrowser === undefined ? '' : `${newBrowser.unsaid.key}/${newBrowser.vouched.key}`,
      isAdminCentre ? 'admin' : '',
    ].join(';')
    return {
      situation,
      policies: spoken,
      registering,
      ...(joining && { joining }),
      device,
      ...(newBrowser && { newBrowser }),
      isAdminCentre,
      key,
    }
  }
}
