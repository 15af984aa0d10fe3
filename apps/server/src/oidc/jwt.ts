import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { SigningKeys } from '@latchkey/identity'
import { z } from 'zod'

/** How tokens are signed. */
export type SigningAlgorithm = 'ES256' | 'RS256'

/** The longest token we look at. */
const longestToken = 16_384

const Header = z.object({
  alg: z.enum(['ES256', 'RS256']),
  kid: z.string(),
  typ: z.string().optional(),
  /** What we do not understand and must. */
  crit: z.undefined().optional(),
})

/** What a token says of itself before anything is verified. */
export type JwtHeader = z.infer<typeof Header>

/**
 * Sign a JSON Web Token with the key that signs now.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7515#section-3.1
 */
export function signJwt(
  keys: SigningKeys,
  algorithm: SigningAlgorithm,
  token: { readonly typ: string; readonly payload: object },
): string {
  const { keyId, privateKeyPkcs8 } = keys.current[algorithm]
  const header = { alg: algorithm, typ: token.typ, kid: keyId }
  const signed = `${toPart(header)}.${toPart(token.payload)}`
  const key = createPrivateKey({ key: Buffer.from(privateKeyPkcs8), format: 'der', type: 'pkcs8' })
  const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' })
  return `${signed}.${signature.toString('base64url')}`
}

/**
 * Verify a token that one of these keys signed, whenever that was: whether it has expired is for the caller.
 *
 * @returns its payload; `undefined` if it is not one of ours
 */
export function verifyJwt(keys: Pick<SigningKeys, 'published'>, jwt: string): unknown {
  const header = readJwtHeader(jwt)
  const jwk = keys.published.find((key) => 'kid' in key && key.kid === header?.kid)
  const key = header && jwk && importKey(jwk)
  return key && verifyJwtWith(key, header, jwt) ? readJwtPayload(jwt) : undefined
}

/** Import a public key. @returns `undefined` for one that none of our algorithms has */
export function importKey(jwk: JsonWebKey): KeyObject | undefined {
  const { kty } = jwk
  if (kty !== 'EC' && kty !== 'RSA') return undefined
  return createPublicKey({ key: { ...jwk, kty }, format: 'jwk' })
}

/** Verify a token's signature by the key that its header names. The algorithm is the key's, whatever the token says. */
export function verifyJwtWith(key: KeyObject, { alg }: JwtHeader, jwt: string): boolean {
  if (key.asymmetricKeyType !== (alg === 'ES256' ? 'ec' : 'rsa')) return false
  const end = jwt.lastIndexOf('.')
  return verify(
    'sha256',
    Buffer.from(jwt.slice(0, end)),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(jwt.slice(end + 1), 'base64url'),
  )
}

/** Read the header of a signed token. Establishes nothing. @returns `undefined` if it is none */
export function readJwtHeader(jwt: string): JwtHeader | undefined {
  if (jwt.length > longestToken || jwt.split('.').length !== 3) return undefined
  const read = Header.safeParse(fromPart(jwt.slice(0, jwt.indexOf('.'))))
  return read.success ? read.data : undefined
}

/** Read the payload of a signed token. Establishes nothing. */
export function readJwtPayload(jwt: string): unknown {
  return fromPart(jwt.split('.')[1] ?? '')
}

function toPart(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function fromPart(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString())
  } catch {
    // Not a token at all.
    return undefined
  }
}
