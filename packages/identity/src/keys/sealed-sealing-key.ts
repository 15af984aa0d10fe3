import { concatBytes } from '@latchkey/encoding'
import { IdentityRefusal } from '../refusal.ts'
import { boxNonceLength, deriveKey, openBox, sealBox } from './sealed-box.ts'

/*
 * A sealing key under the master key: version 1 | nonce 12 | key 32, encrypted | tag 16. Its number is bound to it, so
 * that two keys cannot be exchanged in the database.
 */

/** Seal a sealing key under the master key. */
export function sealSealingKey(
  masterKey: Uint8Array,
  keyNumber: number,
  key: Uint8Array,
  random: (length: number) => Uint8Array,
): Uint8Array {
  const box = sealBox(fromMaster(masterKey), random(boxNonceLength), key, numberBytes(keyNumber))
  return concatBytes(Uint8Array.of(1), box)
}

/** Open a sealing key. @throws IdentityRefusal `sealed_unreadable` if the master key is another one */
export function openSealingKey(masterKey: Uint8Array, keyNumber: number, sealed: Uint8Array): Uint8Array {
  if (sealed[0] !== 1) throw new IdentityRefusal('sealed_unreadable', { detail: 'sealing key' })
  return openBox(fromMaster(masterKey), sealed.subarray(1), numberBytes(keyNumber))
}

/** A key number in four bytes. */
export function numberBytes(keyNumber: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, keyNumber)
  return bytes
}

function fromMaster(masterKey: Uint8Array): Uint8Array {
  if (masterKey.length !== 32) throw new RangeError('a master key has 32 bytes')
  return deriveKey(masterKey, 'latchkey sealing keys')
}
