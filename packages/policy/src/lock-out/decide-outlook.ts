import type { AccessPolicy } from '../conditional-access/access-policy.ts'
import { decideAmong } from '../conditional-access/decide-among.ts'
import type { DeviceFacts } from '../conditional-access/device-facts.ts'
import { missingControls } from '../conditional-access/grant.ts'
import type { UserAction } from '../conditional-access/known-apps.ts'
import type { SignInContext } from '../conditional-access/sign-in-context.ts'
import { lastingProofs, mayRegisterWith } from '../may-change-methods.ts'
import type { ProvenMethod } from '../proven-method.ts'
import { singleFactorStrength } from '../strengths/compile-strength.ts'
import { satisfiesStrength } from '../strengths/satisfies-strength.ts'
import type { Provable } from './holdings.ts'
import type { Enrolment, Outlook, Situation } from './person-standing.ts'

/** What a person's outlook in one situation rests on. */
export interface OutlookFacts {
  /** The device that they prove to be on is in it. */
  readonly situation: Situation
  /** The enabled policies that apply to the person there. */
  readonly applying: readonly AccessPolicy[]
  /** Those that apply when they add a sign-in method there. */
  readonly registering: readonly AccessPolicy[]
  /** Those that apply when they register a device there. */
  readonly joining: readonly AccessPolicy[]
  readonly provable: Provable
  /** Their device, if whoever manages devices said that it is compliant. Absent: they prove none, or that was said. */
  readonly vouched?: OnDevice
  /** The browser they sit at, if they registered it: before anything is said of it, and after. Absent: they cannot. */
  readonly newBrowser?: { readonly unsaid: OnDevice; readonly vouched: OnDevice }
  readonly now: Date
  /** The organisation's word on whether a password alone is enough to add the first passkey. */
  readonly passwordMayAddFirstPasskey: boolean
}

/** A device, and the enabled policies that apply to the person on it. */
export interface OnDevice {
  readonly device: DeviceFacts
  readonly applying: readonly AccessPolicy[]
}

/**
 * Decide how somebody fares in one situation: by the sign-in's own decision, about the best they could prove.
 *
 * Terms of use are taken for accepted: whoever is asked can. A device is what is known of it: nobody makes it compliant
 * at the door.
 */
export function decideOutlook(facts: OutlookFacts): Outlook {
  const { proofs, pass } = facts.provable
  if (isLetIn(facts, proofs)) return { standing: 'satisfied', byPass: false, policies: [] }

  const policies = unsatisfied(facts)
  const additions = listAdditions(facts).filter(({ proof, on }) => isLetIn(facts, [...proofs, proof], on))
  // The pass is named only where it matters: without it they could not.
  const without = additions.find((addition) => mayAdd(facts, proofs, addition))
  if (without !== undefined)
    return { standing: 'canEnrol', through: without.through, byPass: false, policies }
  const byPass = pass && additions.find((addition) => mayAdd(facts, [...proofs, pass], addition))
  if (byPass !== undefined) return { standing: 'canEnrol', through: byPass.through, byPass: true, policies }

  if (canBeHelped(facts)) return { standing: 'needsHelpDesk', byPass: false, policies }
  if (canBeVouchedFor(facts)) {
    return { standing: 'needsHelpDesk', through: 'device', byPass: false, policies }
  }
  return { standing: 'blocked', byPass: false, policies }
}

function isLetIn(facts: OutlookFacts, proofs: readonly ProvenMethod[], on?: OnDevice): boolean {
  if (!satisfiesStrength(proofs, singleFactorStrength).allow) return false
  return decideAmong(on?.applying ?? facts.applying, toSignIn(facts, proofs, on)).outcome === 'allowed'
}

/** Something that somebody could add by themselves. */
interface Addition {
  readonly through: Enrolment
  readonly proof: ProvenMethod
  /** The device they would be on then. */
  readonly on?: OnDevice
}

function listAdditions({ provable, newBrowser }: OutlookFacts): readonly Addition[] {
  const { ownPasskeys, ownTotp, ownPush, ownBrowser } = provable
  const additions: Addition[] = ownPasskeys.map((proof) => ({ through: 'passkey', proof }))
  if (ownTotp !== undefined) additions.push({ through: 'totp', proof: ownTotp })
  if (ownPush !== undefined) additions.push({ through: 'push', proof: ownPush })
  if (ownBrowser !== undefined && newBrowser !== undefined) {
    additions.push({ through: 'device', proof: ownBrowser, on: newBrowser.unsaid })
  }
  return additions
}

/** Whether what they can prove lets them add something, in this very situation; a device has to be registered before. */
function mayAdd(
  facts: OutlookFacts,
  proofs: readonly ProvenMethod[],
  { through }: Pick<Addition, 'through'>,
): boolean {
  // Nothing lasting is changed on the word of an approval; and whoever approves can do without it.
  const lasting = lastingProofs(proofs)
  const joins = through === 'push' || through === 'device'
  return (
    mayRegister(facts, lasting) &&
    isOpen(facts, lasting, 'urn:user:registersecurityinfo') &&
    (!joins || isOpen(facts, lasting, 'urn:user:registerdevice'))
  )
}

function mayRegister(facts: OutlookFacts, proofs: readonly ProvenMethod[]): boolean {
  const { provable, now, passwordMayAddFirstPasskey } = facts
  const pass = proofs.find(({ method }) => method === 'temporaryAccessPass')
  return mayRegisterWith({
    now,
    proofs,
    origin: 'browser',
    ...(pass && { pass: { once: pass.once === true } }),
    registered: provable.registered,
    passwordMayAddFirstPasskey,
  }).allow
}

function isOpen(facts: OutlookFacts, proofs: readonly ProvenMethod[], action: UserAction): boolean {
  const target = { kind: 'action', action } as const
  const signIn = { ...toSignIn(facts, proofs), target, origin: 'browser' as const }
  const policies = action === 'urn:user:registerdevice' ? facts.joining : facts.registering
  return decideAmong(policies, signIn).outcome === 'allowed'
}

/** Whether the help desk could let them in: with a pass, or with a passkey made for them. */
function canBeHelped(facts: OutlookFacts): boolean {
  const { proofs, givenPass, givenPasskeys } = facts.provable
  if (givenPass !== undefined && isLetIn(facts, [...proofs, givenPass])) return true
  return givenPasskeys.some((passkey) => isLetIn(facts, [...proofs, passkey]))
}

/** Whether they would be let in on a device of theirs, or one they can register, once it is said to be compliant. */
function canBeVouchedFor(facts: OutlookFacts): boolean {
  const { provable, vouched, newBrowser } = facts
  const { proofs, pass, givenPass, ownBrowser } = provable
  if (vouched !== undefined && isLetIn(facts, proofs, vouched)) return true
  if (ownBrowser === undefined || newBrowser === undefined) return false
  if (!isLetIn(facts, [...proofs, ownBrowser], newBrowser.vouched)) return false
  const ways = [[], pass ? [pass] : [], givenPass ? [givenPass] : []]
  return ways.some((more) => mayAdd(facts, [...proofs, ...more], { through: 'device' }))
}

/** The names of the policies that what they have does not satisfy. */
function unsatisfied(facts: OutlookFacts): readonly string[] {
  const { grant } = decideAmong(facts.applying, toSignIn(facts, facts.provable.proofs))
  const failing = facts.applying.filter((policy) => missingControls(policy, grant).length > 0)
  return [...new Set(failing.map(({ displayName }) => displayName))].sort()
}

function toSignIn(
  { situation, now, applying, registering, joining }: OutlookFacts,
  proofs: readonly ProvenMethod[],
  on?: OnDevice,
): SignInContext {
  const terms = [...applying, ...registering, ...joining, ...(on?.applying ?? [])].flatMap(({ controls }) =>
    controls.flatMap((control) => (control.kind === 'terms' ? control.id : [])),
  )
  const origin = situation.transferMethod === 'deviceCodeFlow' ? 'deviceCode' : 'browser'
  const { device = situation.device } = on ?? {}
  return {
    ...situation,
    ...(device !== undefined && { device }),
    proofs,
    origin,
    now,
    acceptedTerms: new Set(terms),
  }
}
