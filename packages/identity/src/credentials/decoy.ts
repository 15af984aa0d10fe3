import { concatBytes, fromHex, toCoseKey } from '@latchkey/encoding'
import { importPublicKey, type VerifyingKey } from '@latchkey/webauthn'
import { equalSecrets } from '../ids/secret.ts'
import type { Keyring } from '../keys/keyring.ts'
import { numberBytes } from '../keys/sealed-sealing-key.ts'
import type { CredentialRecord } from './credential-record.ts'

/*
 * Names that nobody has get credential ids too, or their pages would tell that nobody has them. Such an id must also
 * *answer* like a real one: whoever sends it back under a made-up signature has to meet the same checks in the same
 * order, and in the end a wrong signature, never "unknown". So a decoy can be recognised, by us alone, without keeping it:
 *
 *     as random n - t | MAC of the rest t        t = 16, or half of a short id
 *
 * The MAC also says whether the passkey it stands for may be copied, because an answer is held against that.
 */

/** The oldest key, not the newest: the pages of unknown names must not change the day a key is added. */
export function decoyKeyNumber(keyring: Keyring): number {
  for (let keyNumber = 1; keyNumber < keyring.current; keyNumber++) {
    if (keyring.has(keyNumber)) return keyNumber
  }
  return keyring.current
}

/**
 * Make the id that stands, for one unknown name, for one passkey of the person after whom it is shaped.
 *
 * @param secret of the name
 */
export function toDecoyId(
  keyring: Keyring,
  secret: Uint8Array,
  { id, backupEligible }: CredentialRecord,
): Uint8Array {
  const length = id.length - markLength(id.length)
  const blocks: Uint8Array[] = []
  for (let block = 0; block * 32 < length; block++) {
    const message = concatBytes(secret, numberBytes(block), id)
    blocks.push(keyring.mac('ids of unknown names', decoyKeyNumber(keyring), message))
  }
  const front = concatBytes(...blocks).subarray(0, length)
  return concatBytes(front, toMark(keyring, front, id.length, backupEligible))
}

/** A passkey that does not exist, and how an answer by it is checked. */
export interface Decoy {
  readonly backupEligible: boolean
}

/** Find out whether an id is one of ours that stands for nothing. */
export function findDecoy(keyring: Keyring, id: Uint8Array): Decoy | undefined {
  const front = id.subarray(0, id.length - markLength(id.length))
  const mark = id.subarray(front.length)
  if (mark.length === 0) return undefined
  const copied = equalSecrets(mark, toMark(keyring, front, id.length, true))
  const bound = equalSecrets(mark, toMark(keyring, front, id.length, false))
  return copied || bound ? { backupEligible: copied } : undefined
}

function markLength(length: number): number {
  return Math.min(16, length >> 1)
}

function toMark(keyring: Keyring, front: Uint8Array, length: number, backupEligible: boolean): Uint8Array {
  const purpose = backupEligible ? 'marks of unknown names, copied' : 'marks of unknown names, bound'
  return keyring.mac(purpose, decoyKeyNumber(keyring), front).subarray(0, markLength(length))
}

/**
 * A key that answers by decoys are checked with, for the work it is. Its private half is known to everybody (it is the
 * generator of P-256), so whoever asks refuses whatever the check says.
 */
export const decoyKey: VerifyingKey = importPublicKey(
  toCoseKey({
    kty: 'EC2',
    algorithm: -7,
    curve: 'P-256',
    x: fromHex('6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296'),
    y: fromHex('4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5'),
  }),
)
