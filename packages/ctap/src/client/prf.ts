import {
  type CborMap,
  type CborValue,
  concatBytes,
  fromBase64url,
  toBase64url,
  toUtf8,
} from '@latchkey/encoding'
import type { AuthenticatorCryptography } from '../cryptography.ts'
import { findBytes, findMap, getBytes } from '../parameters.ts'
import type { ExtensionInputsJson, PrfValuesJson } from './options-json.ts'

type Hashing = Pick<AuthenticatorCryptography, 'sha256'>

const prefix = concatBytes(toUtf8('WebAuthn PRF'), Uint8Array.of(0))

/**
 * Make the salt of `hmac-secret` and of CTAP's `prf` from what a page gave to WebAuthn's `prf`. So no page can compute
 * the secrets other programs use the authenticator for.
 *
 * @returns 32 bytes
 * @see https://www.w3.org/TR/webauthn-3/#prf-extension
 */
export function toPrfSalt({ sha256 }: Hashing, input: Uint8Array): Promise<Uint8Array> {
  return sha256(concatBytes(prefix, input))
}

/** Make the authenticator's input of the `prf` extension from the page's. */
export async function toPrfInput(
  hashing: Hashing,
  { eval: forAll, evalByCredential = {} }: NonNullable<ExtensionInputsJson['prf']>,
): Promise<CborMap> {
  const input = new Map<string, CborValue>()
  if (forAll) input.set('eval', await toSalts(hashing, forAll))
  const byCredential = new Map<Uint8Array, CborValue>()
  for (const [id, values] of Object.entries(evalByCredential)) {
    byCredential.set(fromBase64url(id), await toSalts(hashing, values))
  }
  if (byCredential.size > 0) input.set('evalByCredential', byCredential)
  return input
}

async function toSalts(hashing: Hashing, { first, second }: PrfValuesJson): Promise<CborMap> {
  const salts = new Map([['first', await toPrfSalt(hashing, fromBase64url(first))]])
  return second === undefined ? salts : salts.set('second', await toPrfSalt(hashing, fromBase64url(second)))
}

/** Read what the authenticator says of `prf`: whether it speaks it, and the results, if it was asked for some. */
export function fromPrfOutput(unsigned: CborMap | undefined) {
  const prf = unsigned && findMap(unsigned, 'prf')
  const results = prf && findMap(prf, 'results')
  const second = results && findBytes(results, 'second')
  return (
    results && {
      first: toBase64url(getBytes(results, 'first')),
      ...(second && { second: toBase64url(second) }),
    }
  )
}
