import { concatBytes, toUtf8 } from '@latchkey/encoding'
import { hkdf } from './derive.ts'
import type { HybridCryptography } from './hybrid-cryptography.ts'
import { HybridRefusal } from './hybrid-refusal.ts'

/** The symmetric state of a Noise handshake (Noise, revision 34, §5.2). */
export interface NoiseState {
  mixHash(data: Uint8Array): Promise<void>
  mixKey(input: Uint8Array): Promise<void>
  mixKeyAndHash(input: Uint8Array): Promise<void>
  encryptAndHash(plain: Uint8Array): Promise<Uint8Array>
  /** @throws HybridRefusal `handshake_failed` */
  decryptAndHash(sealed: Uint8Array): Promise<Uint8Array>
  /** The keys of the transport: what the initiator writes with, and what the responder writes with. */
  split(): Promise<{ readonly initiatorKey: Uint8Array; readonly responderKey: Uint8Array }>
  /** The hash of all that was said. */
  readonly hash: Uint8Array
}

const none = new Uint8Array()
// Each key of the handshake is used once, so its counter never leaves zero.
const firstNonce = new Uint8Array(12)

/** @param protocol its name, of 31 characters here: it is padded with a zero byte */
export function beginNoise(cryptography: HybridCryptography, protocol: string): NoiseState {
  let chainingKey = concatBytes(toUtf8(protocol), new Uint8Array(32 - protocol.length))
  let hash: Uint8Array = chainingKey
  let key: Uint8Array = none
  const expand = (input: Uint8Array, count: number) =>
    hkdf(cryptography, { input, salt: chainingKey, info: none, length: 32 * count })
  const sealing = () => ({ key, nonce: firstNonce, additionalData: hash })

  const state: NoiseState = {
    async mixHash(data) {
      hash = await cryptography.sha256(concatBytes(hash, data))
    },
    async mixKey(input) {
      const output = await expand(input, 2)
      chainingKey = output.slice(0, 32)
      key = output.slice(32)
    },
    async mixKeyAndHash(input) {
      const output = await expand(input, 3)
      chainingKey = output.slice(0, 32)
      await state.mixHash(output.subarray(32, 64))
      key = output.slice(64)
    },
    async encryptAndHash(plain) {
      const sealed = await cryptography.sealGcm(sealing(), plain)
      await state.mixHash(sealed)
      return sealed
    },
    async decryptAndHash(sealed) {
      const plain = await cryptography.openGcm(sealing(), sealed)
      if (plain === undefined) throw new HybridRefusal('handshake_failed')
      await state.mixHash(sealed)
      return plain
    },
    async split() {
      const output = await expand(none, 2)
      return { initiatorKey: output.slice(0, 32), responderKey: output.slice(32) }
    },
    get hash() {
      return hash
    },
  }
  return state
}
