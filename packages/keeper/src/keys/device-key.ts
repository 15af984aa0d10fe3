import type { TpmEvidence } from '@latchkey/api/authenticator'
import { concatBytes, fromBase64url, toBase64url } from '@latchkey/encoding'
import type { Vault } from '../lock/vault.ts'
import { KeeperRefusal } from '../refusal.ts'

/**
 * The key of this device, on P-256. It stands in the device's certificate, vouches for passkeys and signs what the device
 * asks of the server. It is never the key of a passkey.
 */
export interface DeviceKey {
  /** SubjectPublicKeyInfo in DER. */
  readonly publicKey: Uint8Array
  /** ECDSA with SHA-256: r and s of 32 bytes each, as JOSE writes it. */
  sign(data: Uint8Array): Promise<Uint8Array>
}

/**
 * Where keys of devices are made and live: in the browser, in a TPM, sealed on a disk. What is remembered of one is
 * opaque, and fit for the surface's store.
 */
export interface DeviceKeys {
  /** Make a key that nobody can take out. @returns what to remember of it */
  make(): Promise<unknown>
  /**
   * @param kept what `make` said to remember
   * @throws KeeperRefusal `locked`, `device_not_registered` if that is no key of here
   */
  open(kept: unknown): Promise<DeviceKey>
  /**
   * What the place says of the key it keeps, for this request for a certificate. Absent if it has nothing to say.
   *
   * @param csr PKCS #10 in DER, signed by that key
   */
  vouch?(kept: unknown, csr: Uint8Array): Promise<TpmEvidence | undefined>
}

const p256 = { name: 'ECDSA', namedCurve: 'P-256' } as const
const es256 = { name: 'ECDSA', hash: 'SHA-256' } as const

/**
 * Keys of WebCrypto that cannot be exported; what is remembered is the pair itself, which IndexedDB keeps as it is.
 * JavaScript cannot take them out. Malware, or who copies the whole profile, can.
 */
export function webDeviceKeys(subtle: SubtleCrypto): DeviceKeys {
  return {
    make: () => subtle.generateKey(p256, false, ['sign', 'verify']),
    async open(kept) {
      if (!isPair(kept)) throw new KeeperRefusal('device_not_registered')
      return toDeviceKey(
        subtle,
        kept.privateKey,
        new Uint8Array(await subtle.exportKey('spki', kept.publicKey)),
      )
    },
  }
}

/**
 * Keys of WebCrypto sealed by the vault, for a store that holds only text. They open when the vault is open.
 */
export function sealedDeviceKeys(subtle: SubtleCrypto, vault: Vault): DeviceKeys {
  return {
    async make() {
      const pair = await subtle.generateKey(p256, true, ['sign', 'verify'])
      const publicKey = toBase64url(new Uint8Array(await subtle.exportKey('spki', pair.publicKey)))
      const pkcs8 = new Uint8Array(await subtle.exportKey('pkcs8', pair.privateKey))
      const sealed = await vault.seal(pkcs8, sealContext(publicKey))
      return { publicKey, sealed: toBase64url(sealed) }
    },
    async open(kept) {
      if (!isSealedKey(kept)) throw new KeeperRefusal('device_not_registered')
      const pkcs8 = await vault.open(fromBase64url(kept.sealed), sealContext(kept.publicKey))
      const key = await subtle.importKey('pkcs8', pkcs8, p256, false, ['sign'])
      return toDeviceKey(subtle, key, fromBase64url(kept.publicKey))
    },
  }
}

function toDeviceKey(subtle: SubtleCrypto, privateKey: CryptoKey, publicKey: Uint8Array): DeviceKey {
  return {
    publicKey,
    async sign(data) {
      return new Uint8Array(await subtle.sign(es256, privateKey, concatBytes(data)))
    },
  }
}

const sealContext = (publicKey: string) => `device key ${publicKey}`

function isPair(kept: unknown): kept is CryptoKeyPair {
  if (typeof kept !== 'object' || kept === null) return false
  if (!('privateKey' in kept) || !(kept.privateKey instanceof CryptoKey)) return false
  return 'publicKey' in kept && kept.publicKey instanceof CryptoKey
}

function isSealedKey(kept: unknown): kept is { readonly publicKey: string; readonly sealed: string } {
  if (typeof kept !== 'object' || kept === null) return false
  if (!('publicKey' in kept) || typeof kept.publicKey !== 'string') return false
  return 'sealed' in kept && typeof kept.sealed === 'string'
}
