import { ByteReader, concatBytes, toUtf8 } from '@latchkey/encoding'
import type { Deps, Visitor } from '../deps.ts'
import { equalSecrets } from '../ids/secret.ts'
import { meetKey } from '../keys/open-sealed.ts'
import { IdentityRefusal } from '../refusal.ts'

/** What a ceremony is for, and which flow it is part of. */
export interface Binding {
  readonly purpose: 'sign-in' | 'register' | 'step-up'
  /** The flow's or interaction's id; empty if there is none. */
  readonly context: string
}

/** What a challenge is good for. Anything else, and it is unknown. */
export interface ChallengeTerms {
  /** Absent for an authentication without a name on an instance of many tenants. */
  readonly tenantId?: string | undefined
  readonly ceremony: 'authentication' | 'registration' | 'conditional registration' | 'provisioning'
  readonly binding: Binding
  readonly visitor: Pick<Visitor, 'visitHash'>
  /** For a registration: for whom. */
  readonly userId?: string
}

/** A challenge that is ours, fresh, and for this. Spend it in the unit that makes its effect. */
export interface OpenedChallenge {
  /** As it was made: empty for one without a tenant. */
  readonly tenantId: string
  /** What is spent: its time, then 16 random bytes. So those of one moment lie together in the database. */
  readonly nonce: Uint8Array
  readonly expiresAt: Date
  /** What was asked about user verification when it was made. */
  readonly userVerification: 'required' | 'preferred'
}

/** The form of a challenge says what was asked about user verification, so that the answer cannot choose. */
const forms = { required: 1, preferred: 2 } as const

const nonceStart = 1 + 4
const headLength = nonceStart + 6 + 16
const challengeLength = headLength + 32

/** By how much the clocks of two nodes may differ. */
const clockSkewSeconds = 60

/**
 * Make a challenge. Nothing is written: what it is good for is under its MAC.
 *
 *     form 1 | key number 4 | expires at, in seconds 6 | nonce 16 | MAC 32
 *
 * The MAC covers the bytes before it, and the tenant, the RP ID, the ceremony, its purpose and context, the person (for
 * a registration) and the visitor's pre-session cookie; for a provisioning, who asked stands in its place.
 */
export function makeChallenge(
  deps: Pick<Deps, 'keyring' | 'rp' | 'now' | 'random' | 'ceremonySeconds'>,
  terms: ChallengeTerms,
  userVerification: 'required' | 'preferred',
): Uint8Array<ArrayBuffer> {
  const keyNumber = deps.keyring.current
  const expiresAt = Math.floor(deps.now().getTime() / 1000) + deps.ceremonySeconds
  const head = new Uint8Array(headLength)
  const view = new DataView(head.buffer)
  view.setUint8(0, forms[userVerification])
  view.setUint32(1, keyNumber)
  view.setUint16(5, expiresAt / 2 ** 32)
  view.setUint32(7, expiresAt)
  head.set(deps.random(16), 11)
  return concatBytes(head, deps.keyring.mac('challenge', keyNumber, toMessage(deps, head, terms)))
}

/**
 * Open the challenge of an answer.
 *
 * @throws IdentityRefusal `challenge_unknown` if it is not ours or not for this; `challenge_expired`
 */
export async function openChallenge(
  deps: Pick<Deps, 'stores' | 'keyring' | 'rp' | 'now' | 'ceremonySeconds'>,
  challenge: Uint8Array,
  terms: ChallengeTerms,
): Promise<OpenedChallenge> {
  if (challenge.length !== challengeLength) throw new IdentityRefusal('challenge_unknown')
  const reader = new ByteReader(challenge)
  const userVerification = readForm(reader.uint(1))
  const keyNumber = reader.uint(4)
  const expiresAt = new Date(reader.uint(6) * 1000)

  await meetKey(deps, keyNumber)
  if (!deps.keyring.has(keyNumber)) throw new IdentityRefusal('challenge_unknown', { detail: 'key' })
  const head = challenge.subarray(0, headLength)
  const mac = deps.keyring.mac('challenge', keyNumber, toMessage(deps, head, terms))
  if (!equalSecrets(mac, challenge.subarray(headLength))) throw new IdentityRefusal('challenge_unknown')

  const left = expiresAt.getTime() - deps.now().getTime()
  // One that is good for longer than any is made for was made before the clock jumped back.
  const longest = (deps.ceremonySeconds + clockSkewSeconds) * 1000
  if (left <= 0 || left > longest) throw new IdentityRefusal('challenge_expired')
  const nonce = challenge.subarray(nonceStart, headLength)
  return { tenantId: terms.tenantId ?? '', nonce, expiresAt, userVerification }
}

/** How long ago a challenge was made, in milliseconds: what it says of its time is in whole seconds. */
export function askedFor(
  deps: Pick<Deps, 'now' | 'ceremonySeconds'>,
  { expiresAt }: Pick<OpenedChallenge, 'expiresAt'>,
): number {
  return Math.max(0, deps.now().getTime() - (expiresAt.getTime() - deps.ceremonySeconds * 1000))
}

function readForm(form: number): 'required' | 'preferred' {
  if (form === forms.required) return 'required'
  if (form === forms.preferred) return 'preferred'
  throw new IdentityRefusal('challenge_unknown', { detail: 'form' })
}

/** Parts of fixed lengths, then a list whose text says where each of its items ends: no two give the same bytes. */
function toMessage(deps: Pick<Deps, 'rp'>, head: Uint8Array, terms: ChallengeTerms): Uint8Array {
  const { tenantId, ceremony, binding, userId, visitor } = terms
  const rest = [tenantId ?? '', deps.rp.rpId, ceremony, binding.purpose, binding.context, userId ?? '']
  return concatBytes(head, visitor.visitHash, toUtf8(JSON.stringify(rest)))
}
