import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import { concatBytes } from '@latchkey/encoding'
import { IdentityRefusal } from '../refusal.ts'
import type { Stores } from '../stores.ts'
import type { Keyring } from './keyring.ts'
import { boxNonceLength, deriveKey, openBox, sealBox } from './sealed-box.ts'
import { numberBytes, openSealingKey, sealSealingKey } from './sealed-sealing-key.ts'

/** Where the keys are, and what opens them. */
export interface KeyringSource {
  readonly stores: Pick<Stores, 'sealingKeys'>
  /** 32 bytes, never in the database. */
  readonly masterKey: Uint8Array
  readonly now: () => Date
  readonly random: (length: number) => Uint8Array
}

/**
 * Open the keyring; make the first key if there is none. Two processes that start at once end up with the same keys.
 *
 * @throws IdentityRefusal `sealed_unreadable` if the master key is not the one these keys were sealed under
 */
export async function openKeyring(source: KeyringSource): Promise<Keyring> {
  const keys = new Map<number, Uint8Array>()
  const derived = new Map<string, KeyObject>()
  let current = 0

  async function refresh(): Promise<void> {
    const listed = await source.stores.sealingKeys.list()
    for (const { keyNumber, sealedKey } of listed) {
      if (!keys.has(keyNumber)) {
        keys.set(keyNumber, openSealingKey(source.masterKey, keyNumber, sealedKey))
      }
    }
    const numbers = new Set(listed.map(({ keyNumber }) => keyNumber))
    for (const keyNumber of [...keys.keys()]) if (!numbers.has(keyNumber)) forget(keyNumber)
    current = Math.max(0, ...numbers)
  }

  function forget(keyNumber: number): void {
    keys.delete(keyNumber)
    for (const name of [...derived.keys()]) if (name.startsWith(`${keyNumber} `)) derived.delete(name)
  }

  async function insertNext(): Promise<void> {
    const keyNumber = current + 1
    const sealedKey = sealSealingKey(source.masterKey, keyNumber, source.random(32), source.random)
    try {
      await source.stores.sealingKeys.insert({ keyNumber, sealedKey, createdAt: source.now() })
    } catch (refusal) {
      if (!(refusal instanceof IdentityRefusal && refusal.code === 'already_exists')) throw refusal
    }
    await refresh()
  }

  function keyFor(keyNumber: number, use: 'seal' | 'mac', purpose: string): KeyObject {
    const name = `${keyNumber} ${use} ${purpose}`
    const known = derived.get(name)
    if (known !== undefined) return known

    const key = keys.get(keyNumber)
    if (key === undefined) throw new IdentityRefusal('sealed_unreadable', { detail: `key ${keyNumber}` })
    const made = createSecretKey(deriveKey(key, `latchkey ${use} ${purpose}`))
    derived.set(name, made)
    return made
  }

  await refresh()
  if (current === 0) await insertNext()

  return {
    get current() {
      return current
    },
    has: (keyNumber) => keys.has(keyNumber),
    refresh,
    async rotate() {
      await refresh()
      await insertNext()
      return current
    },
    seal(purpose, plaintext, bound) {
      const header = concatBytes(Uint8Array.of(1), numberBytes(current))
      const key = keyFor(current, 'seal', purpose)
      return concatBytes(
        header,
        sealBox(key, source.random(boxNonceLength), plaintext, concatBytes(header, bound)),
      )
    },
    open(purpose, sealed, bound) {
      const key = keyFor(readKeyNumber(sealed), 'seal', purpose)
      return openBox(key, sealed.subarray(headerLength), concatBytes(sealed.subarray(0, headerLength), bound))
    },
    mac(purpose, keyNumber, message) {
      return createHmac('sha256', keyFor(keyNumber, 'mac', purpose))
        .update(message)
        .digest()
    },
  }
}

const headerLength = 5

/**
 * Read the number of the key that sealed something.
 *
 * @throws IdentityRefusal `sealed_unreadable` if it is not something sealed
 */
export function readKeyNumber(sealed: Uint8Array): number {
  if (sealed.length < headerLength || sealed[0] !== 1) throw new IdentityRefusal('sealed_unreadable')
  return new DataView(sealed.buffer, sealed.byteOffset, sealed.byteLength).getUint32(1)
}
