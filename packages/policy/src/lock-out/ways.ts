import type { DeviceFacts } from '../conditional-access/device-facts.ts'
import { mayUseMethod } from '../methods/decide-method.ts'
import { mayUsePasskey } from '../methods/decide-passkey.ts'
import type { PersonFacts } from '../person-facts.ts'
import type { ProvenMethod } from '../proven-method.ts'
import type { Rules } from '../rules.ts'
import { systemOf } from './browser-devices.ts'
import {
  type Provable,
  type ProvableAsk,
  toProof,
  toProvable,
  withoutApprovals,
  withProofs,
} from './holdings.ts'
import type { HeldPasskey, Holdings, Situation, System } from './person-standing.ts'
import type { SeenDevice } from './seen-device.ts'

/** One way for somebody to sign in: what they prove, and on which device that proves them to be. */
export interface Way {
  readonly provable: Provable
  /** The same where nothing is done on the word of an approval. */
  readonly lasting: Provable
  /** Absent: none is proven. */
  readonly device?: SeenDevice
  /** The device, once it is said to be compliant. */
  readonly vouched?: SeenDevice
}

/** The ways that are open to somebody in a situation; they take the best. */
export type Ways = (situation: Situation) => readonly [Way, ...Way[]]

/** What ways depend on beside the person. */
export interface WaysAsk extends ProvableAsk {
  /** Absent: no rule looks at devices. */
  readonly see?: (device: DeviceFacts) => SeenDevice
}

/**
 * Work out in which ways somebody could sign in, from where.
 *
 * A device is proven by a passkey that lives in one of its browsers, so only where they sit at its system; without that
 * passkey none is proven there. An approval alone takes a browser that is remembered, so it is a way on the systems where
 * they have one. A sign-in that is carried to another device proves neither. Where it cannot be known, it is no way.
 */
export function toWays(rules: Rules, person: PersonFacts, holdings: Holdings, ask: WaysAsk): Ways {
  const everything = toProvable(rules, person, holdings, ask)
  const anywhere = [toWay(everything)] as const
  const usable = holdings.passkeys.filter((each) => mayUsePasskey(rules.methods, person, each).allow)
  const devices = ask.see === undefined ? [] : usable.filter(({ device }) => device !== undefined)
  const remembered = rememberedOn(rules, person, holdings)
  if (devices.length === 0 && remembered.size === 0) return () => anywhere

  const known = new Map<System, readonly [Way, ...Way[]]>()
  return (situation) => {
    const { platform } = situation
    if (platform === undefined || !isAtHand(situation)) return anywhere
    const ways = known.get(platform) ?? waysOn(platform)
    known.set(platform, ways)
    return ways
  }

  function waysOn(system: System): readonly [Way, ...Way[]] {
    const isHere = ({ device }: HeldPasskey) => device !== undefined && systemOf(device) === system
    const alone: readonly ProvenMethod[] = remembered.has(system)
      ? [{ method: 'passwordlessPush', at: ask.now }]
      : []
    const others = [...everything.proofs.filter(({ method }) => method !== 'passkey'), ...alone]
    const proving = (passkeys: readonly HeldPasskey[]) =>
      withProofs(everything, [...passkeys.map((passkey) => toProof(passkey, ask.now)), ...others])
    const here = devices.filter(isHere).map(({ device }) => toWay(proving(usable), see(device)))
    return [toWay(proving(usable.filter((passkey) => !isHere(passkey)))), ...here]
  }

  function see(device: DeviceFacts | undefined): Pick<Way, 'device' | 'vouched'> {
    if (device === undefined || ask.see === undefined) return {}
    if (device.isCompliant) return { device: ask.see(device) }
    return { device: ask.see(device), vouched: ask.see({ ...device, isCompliant: true }) }
  }
}

/** Whether the browser that signs in is the one in front of them, and nothing is known of its device beforehand. */
export function isAtHand({ transferMethod, device }: Situation): boolean {
  return transferMethod === undefined && device === undefined
}

/** Where they could ask for an approval, and nothing else. */
function rememberedOn(
  { methods }: Pick<Rules, 'methods'>,
  person: PersonFacts,
  { approver = false, rememberedOn: systems = [] }: Holdings,
): ReadonlySet<System> {
  const counts = approver && systems.length > 0 && mayUseMethod(methods, person, 'passwordlessPush').allow
  return new Set(counts ? systems : [])
}

function toWay(provable: Provable, device: Pick<Way, 'device' | 'vouched'> = {}): Way {
  return { provable, lasting: withoutApprovals(provable), ...device }
}
