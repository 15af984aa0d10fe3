import { mayUseMethod } from '../methods/decide-method.ts'
import { mayRegisterPasskey, mayUsePasskey, profilesOf } from '../methods/decide-passkey.ts'
import type { PasskeyFacts } from '../methods/passkey-facts.ts'
import type { PersonFacts } from '../person-facts.ts'
import type { ProvenMethod } from '../proven-method.ts'
import type { Rules } from '../rules.ts'
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
  /** A pass that the help desk could issue. */
  readonly givenPass?: ProvenMethod
  /** Two people with the same key are in the same position. */
  readonly key: string
}

/**
 * Work out what somebody could prove.
 *
 * @param models models that strengths name: a passkey that somebody adds could be of one of them
 */
export function toProvable(
  { methods }: Pick<Rules, 'methods'>,
  person: PersonFacts,
  holdings: Holdings,
  { models, now }: { readonly models: readonly string[]; readonly now: Date },
): Provable {
  const proofs: ProvenMethod[] = []
  for (const passkey of holdings.passkeys) {
    if (mayUsePasskey(methods, person, passkey).allow) proofs.push(toProof(passkey, now))
  }
  const may = (method: 'totp' | 'temporaryAccessPass') => mayUseMethod(methods, person, method).allow
  if (holdings.password) proofs.push({ method: 'password', at: now })
  if (holdings.totp && may('totp')) proofs.push({ method: 'totp', at: now })

  const { pass } = holdings
  const passCounts = pass !== undefined && pass.startsAt <= now && pass.expiresAt > now
  const passes = may('temporaryAccessPass')
  const toPass = (once: boolean): ProvenMethod => ({ method: 'temporaryAccessPass', at: now, once })
  const candidates = toCandidates(methods, person, models)
  const addable = (by: 'self' | 'administrator') =>
    candidates
      .filter((passkey) => mayRegisterPasskey(methods, person, passkey, by).allow)
      .map((passkey) => toProof(passkey, now))
  const provable = {
    proofs,
    ...(passCounts && passes && { pass: toPass(pass.once) }),
    ownPasskeys: addable('self'),
    givenPasskeys: addable('administrator'),
    ...(may('totp') &&
      holdings.password &&
      !holdings.totp && { ownTotp: { method: 'totp', at: now } as const }),
    ...(passes && { givenPass: toPass(methods.pass.terms.onceOnly) }),
  }
  return { ...provable, key: keyOf(provable, holdings) }
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

function toProof(passkey: PasskeyFacts, at: Date): ProvenMethod {
  return { method: 'passkey', at, passkey: { ...passkey, userVerified: true } }
}

function keyOf(provable: Omit<Provable, 'key'>, holdings: Holdings): string {
  const { proofs, pass, ownPasskeys, givenPasskeys, ownTotp, givenPass } = provable
  const all = [
    proofs,
    pass ? [pass] : [],
    ownPasskeys,
    givenPasskeys,
    ownTotp ? [ownTotp] : [],
    givenPass ? [givenPass] : [],
  ]
  const had = `${Math.min(holdings.passkeys.length, 1)}${holdings.password ? 'p' : ''}${holdings.totp ? 't' : ''}`
  return [had, ...all.map((each) => [...new Set(each.map(nameOf))].sort().join(' '))].join('|')
}

function nameOf({ method, passkey, once }: ProvenMethod): string {
  if (passkey === undefined) return once === true ? `${method}1` : method
  return `${passkey.aaguid ?? ''}${passkey.attested ? 'a' : ''}${passkey.backupEligible ? 's' : ''}`
}
