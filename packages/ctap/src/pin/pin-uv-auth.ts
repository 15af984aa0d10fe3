import type { CborMap } from '@latchkey/encoding'
import type { AgreementKey, AuthenticatorCryptography } from '../cryptography.ts'
import { findUint, getBytes, getInteger, getUint } from '../parameters.ts'
import { CtapRefusal } from '../status.ts'
import { Permission } from './permissions.ts'
import { type PinUvAuthProtocol, protocolOne, protocolTwo } from './pin-uv-auth-protocol.ts'

/** A proof that the user was verified, as long as it lasts and for what it may. */
interface Token {
  readonly protocol: 1 | 2
  readonly bytes: Uint8Array
  readonly startedAt: Date
  permissions: number
  rpId: string | undefined
  used: boolean
}

/** What a command says to show that it may. */
export interface TokenUse {
  readonly protocol: number
  readonly message: Uint8Array
  readonly signature: Uint8Array
  readonly permission: number
  /** The token must be for this RP ID; one for none becomes one for it. */
  readonly rpId?: string
}

/** Seconds in which a new token must be used first, and after which it is worth nothing (CTAP 2.2 §6.5.2.1). */
const firstUseSeconds = 30
const lifeSeconds = 600

/**
 * The volatile side of PINs: key agreement, the one token there may be, wrong PINs in a row. Lost at power-down.
 */
export interface PinUvAuth {
  /** Wrong PINs since power-up without a right one between. */
  mismatches: number
  /** @throws CtapRefusal `invalid_parameter` for a protocol that is neither */
  protocol(number: number): PinUvAuthProtocol
  /** The public key of key agreement, as COSE. */
  getKeyAgreement(protocol: PinUvAuthProtocol): Promise<CborMap>
  /** @throws CtapRefusal `invalid_parameter` if the peer's key is none */
  agree(protocol: PinUvAuthProtocol, peer: CborMap): Promise<Uint8Array>
  /** Forget the keys of key agreement, so that what was said with them is worth nothing. */
  regenerate(): void
  /** Make a token; whatever was before is worth nothing. */
  issueToken(protocol: PinUvAuthProtocol, permissions: number, rpId: string | undefined): Uint8Array
  resetToken(): void
  /**
   * Establish that a command was sent by who holds the token.
   *
   * @returns the RP ID the token is for, if any
   * @throws CtapRefusal `invalid_parameter`, `pin_auth_invalid`
   */
  verifyToken(use: TokenUse): Promise<string | undefined>
  /** A token is good for one credential or assertion. What it may do to large blobs it may still. */
  spendToken(): void
}

/** Make the volatile side of PINs, as after power-up. */
export function makePinUvAuth(deps: {
  readonly cryptography: AuthenticatorCryptography
  readonly random: (length: number) => Uint8Array
  readonly now: () => Date
}): PinUvAuth {
  const protocols = [protocolOne(deps), protocolTwo(deps)]
  const agreementKeys = new Map<number, AgreementKey>()
  let token: Token | undefined

  async function agreementKey(protocol: PinUvAuthProtocol): Promise<AgreementKey> {
    const key = agreementKeys.get(protocol.number) ?? (await deps.cryptography.makeAgreementKey())
    agreementKeys.set(protocol.number, key)
    return key
  }

  function findLiveToken(): Token | undefined {
    if (token === undefined) return undefined
    const age = (deps.now().getTime() - token.startedAt.getTime()) / 1000
    return age < 0 || age > (token.used ? lifeSeconds : firstUseSeconds) ? undefined : token
  }

  const pinUvAuth: PinUvAuth = {
    mismatches: 0,

    protocol(number) {
      const protocol = protocols.find((candidate) => candidate.number === number)
      if (protocol === undefined) throw new CtapRefusal('invalid_parameter')
      return protocol
    },

    async getKeyAgreement(protocol) {
      const { x, y } = (await agreementKey(protocol)).publicKey
      return new Map<number, number | Uint8Array>([
        [1, 2],
        [3, ecdhEsHkdf256],
        [-1, 1],
        [-2, x],
        [-3, y],
      ])
    },

    async agree(protocol, peer) {
      const key = await agreementKey(protocol)
      const agreed = await key.agree(readAgreementKey(peer))
      if (agreed === undefined) throw new CtapRefusal('invalid_parameter')
      return protocol.toSharedSecret(agreed)
    },

    regenerate() {
      agreementKeys.clear()
    },

    issueToken(protocol, permissions, rpId) {
      const bytes = deps.random(32)
      token = { protocol: protocol.number, bytes, startedAt: deps.now(), permissions, rpId, used: false }
      return bytes
    },

    resetToken() {
      token = undefined
    },

    async verifyToken({ protocol, message, signature, permission, rpId }) {
      const { number, verify } = pinUvAuth.protocol(protocol)
      const live = findLiveToken()
      const proven = live?.protocol === number && (await verify(live.bytes, message, signature))
      if (!proven || live === undefined) throw new CtapRefusal('pin_auth_invalid')
      if ((live.permissions & permission) === 0) throw new CtapRefusal('pin_auth_invalid')
      if (rpId !== undefined && live.rpId !== undefined && live.rpId !== rpId) {
        throw new CtapRefusal('pin_auth_invalid')
      }
      live.used = true
      if (rpId !== undefined) live.rpId = rpId
      return live.rpId
    },

    spendToken() {
      if (token !== undefined) token.permissions &= Permission.largeBlobWrite
    },
  }
  return pinUvAuth
}

/** "Although this is not the algorithm actually used" (CTAP 2.2 §6.5.6). */
const ecdhEsHkdf256 = -25

function readAgreementKey(key: CborMap) {
  const isAgreementKey =
    getUint(key, 1) === 2 && getInteger(key, 3) === ecdhEsHkdf256 && findUint(key, -1) === 1 && key.size === 5
  const x = getBytes(key, -2)
  const y = getBytes(key, -3)
  if (!isAgreementKey || x.length !== 32 || y.length !== 32) throw new CtapRefusal('invalid_parameter')
  return { x, y }
}
