import { clientPlatform, type RegistrationResponseJson } from '@latchkey/ctap'
import { fromBase64url, readCborPrefix, readCoseKey, toBase64url } from '@latchkey/encoding'
import { openEngine, type Screen } from '@latchkey/keeper'
import type { Keeper } from '../keeper.ts'
import type { Answered, Ceremony, NewCredentialJson } from '../messages.ts'

/** Do what the page asks for, with the person at the screen. @throws DOMException when nothing came of it */
export async function doCeremony(
  keeper: Keeper,
  { asked, origin }: Ceremony,
  { screen, signal }: { readonly screen: Screen; readonly signal: AbortSignal },
): Promise<Extract<Answered, { readonly outcome: 'credential' }>> {
  const platform = clientPlatform(await openEngine({ ...keeper, screen }), keeper.cryptography)
  const credential =
    asked.kind === 'get'
      ? await platform.get(asked.options, { origin }, signal)
      : await withPublicKey(keeper, await platform.create(asked.options, { origin }, signal))
  return { outcome: 'credential', credential }
}

/** Browsers give the public key as SubjectPublicKeyInfo beside the rest. */
async function withPublicKey(
  { subtle }: Keeper,
  credential: RegistrationResponseJson,
): Promise<NewCredentialJson> {
  const key = readPublicKey(fromBase64url(credential.response.authenticatorData))
  if (key.kty !== 'EC2') return credential
  const jwk = { kty: 'EC', crv: key.curve, x: toBase64url(key.x), y: toBase64url(key.y) }
  const imported = await subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: key.curve }, true, [
    'verify',
  ])
  const publicKey = toBase64url(new Uint8Array(await subtle.exportKey('spki', imported)))
  return { ...credential, response: { ...credential.response, publicKey } }
}

/** The key stands behind RP ID hash, flags, counter, AAGUID and the ID with its length. */
function readPublicKey(authenticatorData: Uint8Array) {
  const idLength = new DataView(authenticatorData.buffer, authenticatorData.byteOffset).getUint16(53)
  const rest = authenticatorData.subarray(55 + idLength)
  const { length } = readCborPrefix(rest)
  return readCoseKey(rest.subarray(0, length))
}
