import { concatBytes, fromBase64url, toUtf8 } from '@latchkey/encoding'
import type { KeptLockPasskey } from '../storage/kept.ts'

/**
 * Options for the passkey of the platform that unlocks this authenticator, for `navigator.credentials.create`. It is a
 * passkey of nobody's account: its user handle is random, it is not discoverable, its answer is sent nowhere, and no
 * server knows it, so it signs in nowhere and stands in no list of accepted passkeys.
 *
 * @returns the options, and the salt its PRF is evaluated at
 */
export function lockPasskeyCreation(
  random: (length: number) => Uint8Array,
  { rpId, name }: { readonly rpId: string; readonly name: string },
): { readonly publicKey: PublicKeyCredentialCreationOptions; readonly salt: Uint8Array } {
  const salt = random(32)
  const publicKey: PublicKeyCredentialCreationOptions = {
    rp: { id: rpId, name },
    user: { id: concatBytes(toUtf8('lock:'), random(32)), name, displayName: name },
    challenge: concatBytes(random(32)),
    pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: 'public-key', alg })),
    authenticatorSelection: {
      authenticatorAttachment: 'platform',
      residentKey: 'discouraged',
      userVerification: 'required',
    },
    attestation: 'none',
    extensions: { prf: { eval: { first: concatBytes(salt) } } },
  }
  return { publicKey, salt }
}

/** Options to unlock with it, for `navigator.credentials.get`. */
export function lockPasskeyRequest(
  random: (length: number) => Uint8Array,
  { rpId, credentialId, salt }: Pick<KeptLockPasskey, 'rpId' | 'credentialId' | 'salt'>,
): PublicKeyCredentialRequestOptions {
  return {
    rpId,
    challenge: concatBytes(random(32)),
    allowCredentials: [{ type: 'public-key', id: fromBase64url(credentialId), transports: ['internal'] }],
    userVerification: 'required',
    extensions: { prf: { eval: { first: fromBase64url(salt) } } },
  }
}

/**
 * Read what the PRF gave, 32 bytes; `undefined` if it gave nothing. Many platforms give nothing when the passkey is made:
 * then it is asked for with `lockPasskeyRequest`.
 */
export function findPrfOutput(credential: PublicKeyCredential): Uint8Array | undefined {
  const first = credential.getClientExtensionResults().prf?.results?.first
  if (first === undefined) return undefined
  const bytes = ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength)
    : new Uint8Array(first)
  return bytes.length === 32 ? bytes : undefined
}
