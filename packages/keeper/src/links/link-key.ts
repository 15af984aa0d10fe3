import type { AgreementKey, AgreementPoint } from '@latchkey/ctap'
import { fromBase64url, toBase64url } from '@latchkey/encoding'

/** The key of a link at the end that signs, in numbers of 32 bytes: to be sealed and kept. */
export interface LinkKey {
  readonly x: Uint8Array
  readonly y: Uint8Array
  /** Private. */
  readonly d: Uint8Array
}

const algorithm = { name: 'ECDH', namedCurve: 'P-256' } as const

/** Make the key of one link. It can be exported, for it outlives the process that makes it. */
export async function makeLinkKey(subtle: SubtleCrypto): Promise<LinkKey> {
  const pair = await subtle.generateKey(algorithm, true, ['deriveBits'])
  const { x = '', y = '', d = '' } = await subtle.exportKey('jwk', pair.privateKey)
  return { x: fromBase64url(x), y: fromBase64url(y), d: fromBase64url(d) }
}

/** Make of a kept key one that agrees, and cannot be exported any more. */
export async function toAgreementKey(subtle: SubtleCrypto, { x, y, d }: LinkKey): Promise<AgreementKey> {
  const jwk = { ...toJwk({ x, y }), d: toBase64url(d) }
  const key = await subtle.importKey('jwk', jwk, algorithm, false, ['deriveBits'])
  return {
    publicKey: { x, y },
    async agree(peer) {
      const imported = await subtle.importKey('jwk', toJwk(peer), algorithm, false, []).catch(() => undefined)
      if (imported === undefined) return undefined
      return new Uint8Array(await subtle.deriveBits({ name: 'ECDH', public: imported }, key, 256))
    },
  }
}

function toJwk({ x, y }: AgreementPoint) {
  return { kty: 'EC', crv: 'P-256', x: toBase64url(x), y: toBase64url(y) }
}
