import { lastingProofs } from '../may-change-methods.ts'
import { mayUseMethod } from '../methods/decide-method.ts'
import { mayRegisterPasskey, mayUsePasskey, profilesOf } from '../methods/decide-passkey.ts'
import type { PasskeyFacts } from '../methods/passkey-facts.ts'
import type { PersonFacts } from '../person-facts.ts'
import type { RegisteredMethods } from '../preferred-method.ts'
import type { ProvenMethod } from '../proven-method.ts'
import type { Rules } from '../rules.ts'
import { newBrowserPasskey } from './browser-devices.ts'
import type { Holdings } from './person-standing.ts'

/** What somebody can prove under the methods policy, now and after adding what they may add. */
export interface Provable {
  /** With what they have, a pass left out: it will be gone. */
  readonly proofs: readonly ProvenMethod[]
  /** The pass they hold, if it can be used. */
  readonly pass?: ProvenMethod
  /** One of each kind of passkey they may add by themselves. */
  readonly ownPasskeys: readonly ProvenMethod[]
  /** One of each kind of passkey that somebody could add for them. */
  readonly givenPasskeys: readonly ProvenMethod[]
  readonly ownTotp?: ProvenMethod
  /** An approval after their password, on a device that they could register. */
  readonly ownPush?: ProvenMethod
  /** The passkey of a browser that they could register. */
  readonly ownBrowser?: ProvenMethod
  /** A pass that the help desk could issue. */
  readonly givenPass?: ProvenMethod
  /** What they have, whether they may use it or not: what adding a method depends on. */
  readonly registered: RegisteredMethods
  /** Two people with the same key are in the same position. */
  readonly key: string
}

/** What the answer depends on beside the person. */
export interface ProvableAsk {
  /** Models that strengths name: a passkey that somebody adds could be of one of them. */
  readonly models: readonly string[]
  readonly now: Date
  /** Whether the organisation lets devices register at all. Absent: it does. */
  readonly devicesMayJoin?: boolean
}

/** Work out what somebody could prove, wherever they are: an approval alone depends on that, and is not among it. */
export function toProvable(
  { methods }: Pick<Rules, 'methods'>,
  person: PersonFacts,
  holdings: Holdings,
  { models, now, devicesMayJoin = true }: ProvableAsk,
): Provable {
  const { password, totp, approver = false, deadPasskeys = 0 } = holdings
  const proofs: ProvenMethod[] = []
  for (const passkey of holdings.passkeys) {
    if (mayUsePasskey(methods, person, passkey).allow) proofs.push(toProof(passkey, now))
  }
  const may = (method: 'totp' | 'temporaryAccessPass' | 'push') => mayUseMethod(methods, person, method).allow
  if (password) proofs.push({ method: 'password', at: now })
  if (totp && may('totp')) proofs.push({ method: 'totp', at: now })
  if (approver && may('push')) proofs.push({ method: 'push', at: now })

  const { pass } = holdings
  const passCounts = pass !== undefined && pass.startsAt <= now && pass.expiresAt > now
  const passes = may('temporaryAccessPass')
  const toPass = (once: boolean): ProvenMethod => ({ method: 'temporaryAccessPass', at: now, once })
  const candidates = toCandidates(methods, person, models)
  const mayAdd = (passkey: PasskeyFacts, by: 'self' | 'administrator') =>
    mayRegisterPasskey(methods, person, passkey, by).allow
  const addable = (by: 'self' | 'administrator') =>
    candidates.filter((passkey) => mayAdd(passkey, by)).map((passkey) => toProof(passkey, now))
  return named({
    proofs,
    ...(passCounts && passes && { pass: toPass(pass.once) }),
    ownPasskeys: addable('self'),
    givenPasskeys: addable('administrator'),
    ...(may('totp') && password && !totp && { ownTotp: { method: 'totp', at: now } as const }),
    ...(devicesMayJoin &&
      may('push') &&
      password &&
      !approver && { ownPush: { method: 'push', at: now } as const }),
    ...(mayAdd(newBrowserPasskey, 'self') && { ownBrowser: toProof(newBrowserPasskey, now) }),
    ...(passes && { givenPass: toPass(methods.pass.terms.onceOnly) }),
    registered: {
      passkeys: Math.min(holdings.passkeys.length + deadPasskeys, 1),
      password,
      totp,
      ...(approver && { push: true }),
    },
  })
}

/** The same person, who proves something else of what they have. */
export function withProofs({ key: _, ...provable }: Provable, proofs: readonly ProvenMethod[]): Provable {
  return named({ ...provable, proofs })
}

/** The same person, where nothing is done on the word of an approval. */
export function withoutApprovals(provable: Provable): Provable {
  const { key: _, ownPush, ...rest } = provable
  const proofs = lastingProofs(provable.proofs)
  return ownPush === undefined && proofs.length === provable.proofs.length
    ? provable
    : named({ ...rest, proofs })
}

/** Passkeys of each kind that a profile could take: copied or not, proven or not, of the models that matter and of none. */
function toCandidates(
  methods: Rules['methods'],
  person: PersonFacts,
  models: readonly string[],
): readonly PasskeyFacts[] {
  const listed = profilesOf(methods, person).flatMap((profile) =>
    profile.models?.kind === 'allow' ? [...profile.models.aaguids].slice(0, 1) : [],
  )
  const aaguids = new Set([someModel, ...models, ...listed])
  return [...aaguids].flatMap((aaguid) => [
    { aaguid, attested: true, evidence: 'hardware', backupEligible: false } as const,
    { aaguid, attested: false, evidence: 'none', backupEligible: false } as const,
    { aaguid, attested: false, evidence: 'none', backupEligible: true } as const,
  ])
}

/** A model that no list names. */
const someModel = '6c617463-686b-4579-8000-000000000000'

/** A passkey that was used. */
export function toProof(
  { aaguid, attested, evidence, backupEligible }: PasskeyFacts,
  at: Date,
): ProvenMethod {
  return {
    method: 'passkey',
    at,
    passkey: { aaguid, attested, evidence, backupEligible, userVerified: true },
  }
}

function named(provable: Omit<Provable, 'key'>): Provable {
  const { proofs, pass, ownPasskeys, givenPasskeys, ownTotp, ownPush, ownBrowser, givenPass } = provable
  const one = (proof: ProvenMethod | undefined) => (proof === undefined ? [] : [proof])
  const all = [
    proofs,
    one(pass),
    ownPasskeys,
    givenPasskeys,
    one(ownTotp),
    one(ownPush),
    one(ownBrowser),
    one(givenPass),
  ]
  const { passkeys, password, totp, push = false } = provable.registered
  const had = `${passkeys}${password ? 'p' : ''}${totp ? 't' : ''}${push ? 'a' : ''}`
  const key = [had, ...all.map((each) => [...new Set(each.map(nameOf))].sort().join(' '))].join('|')
  return { ...provable, key }
}

function nameOf({ method, passkey, once }: ProvenMethod): string {
  if (passkey === undefined) return once === true ? `${method}1` : method
  return `${passkey.aaguid ?? ''}${passkey.attested ? 'a' : ''}${passkey.backupEligible ? 's' : ''}`
}
