import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import type { SigningKeys } from '@latchkey/identity'
import { z } from 'zod'

/** How tokens are signed. */
export type SigningAlgorithm = 'ES256' | 'RS256'

const Header = z.object({ alg: z.enum(['ES256', 'RS256']), kid: z.string() })

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
  const [header = '', payload = '', signature = '', ...more] = jwt.split('.')
  if (more.length > 0 || jwt.length > 16_384) return undefined
  const read = Header.safeParse(fromPart(header))
  if (!read.success) return undefined
  const jwk = keys.published.find((key) => 'kid' in key && key.kid === read.data.kid)
  const type = read.data.alg === 'ES256' ? 'EC' : 'RSA'
  if (jwk?.kty !== type) return undefined
  const key = createPublicKey({ key: { ...jwk, kty: type }, format: 'jwk' })
  const good = verify(
    'sha256',
    Buffer.from(`${header}.${payload}`),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  return good ? fromPart(payload) : undefined
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
