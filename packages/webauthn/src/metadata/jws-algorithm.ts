import { constants, type KeyObject, verify } from 'node:crypto'

interface JwsAlgorithm {
  readonly digest: 'sha256' | 'sha384' | 'sha512'
  readonly keyType: 'rsa' | 'ec'
  readonly namedCurve?: string
  readonly padding?: number
}

const pss = constants.RSA_PKCS1_PSS_PADDING

/** What a BLOB may be signed with. Neither `none` nor a MAC is among them, nor anything with SHA-1. */
const algorithms = new Map<string, JwsAlgorithm>([
  ['RS256', { digest: 'sha256', keyType: 'rsa' }],
  ['RS384', { digest: 'sha384', keyType: 'rsa' }],
  ['RS512', { digest: 'sha512', keyType: 'rsa' }],
  ['PS256', { digest: 'sha256', keyType: 'rsa', padding: pss }],
  ['PS384', { digest: 'sha384', keyType: 'rsa', padding: pss }],
  ['PS512', { digest: 'sha512', keyType: 'rsa', padding: pss }],
  ['ES256', { digest: 'sha256', keyType: 'ec', namedCurve: 'prime256v1' }],
  ['ES384', { digest: 'sha384', keyType: 'ec', namedCurve: 'secp384r1' }],
  ['ES512', { digest: 'sha512', keyType: 'ec', namedCurve: 'secp521r1' }],
])

/** Fewer bits than this are no RSA key. */
const leastRsaBits = 2048

export function isKnownJwsAlgorithm(name: string): boolean {
  return algorithms.has(name)
}

/**
 * Tell whether a JSON Web Signature is this key's. The key must be of the algorithm's kind: a header does not choose how
 * somebody else's key is used.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7518#section-3
 */
export function isJwsSignature(
  name: string,
  key: KeyObject,
  signed: Uint8Array,
  signature: Uint8Array,
): boolean {
  const how = algorithms.get(name)
  if (how === undefined || key.asymmetricKeyType !== how.keyType) return false
  const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {}
  if (how.keyType === 'ec' && namedCurve !== how.namedCurve) return false
  if (how.keyType === 'rsa' && (modulusLength ?? 0) < leastRsaBits) return false
  return verify(
    how.digest,
    signed,
    {
      key,
      dsaEncoding: 'ieee-p1363',
      ...(how.padding !== undefined && {
        padding: how.padding,
        saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
      }),
    },
    signature,
  )
}
