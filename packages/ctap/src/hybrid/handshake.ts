import { concatBytes } from '@latchkey/encoding'
import type { AgreementKey, AgreementPoint } from '../cryptography.ts'
import { type FrameChannel, openChannel } from './frame-channel.ts'
import type { HybridCryptography } from './hybrid-cryptography.ts'
import { HybridRefusal } from './hybrid-refusal.ts'
import { beginNoise, type NoiseState } from './noise.ts'
import { fromUncompressed, toUncompressed } from './point.ts'

/** What comes of a handshake. */
export interface Handshake {
  readonly channel: FrameChannel
  /** SHA-256 over all that was said: the same on both sides, and on no others. */
  readonly hash: Uint8Array
}

/**
 * Which of the two keys is known beforehand: for a code, the client's, which stands in it (KNpsk0); for a link, the
 * authenticator's (NKpsk0).
 */
export type KnownKey<Client, Authenticator> =
  | { readonly by: 'code'; readonly clientKey: Client }
  | { readonly by: 'link'; readonly authenticatorKey: Authenticator }

/** A point, 65 bytes, and the tag of an empty payload. */
const messageLength = 65 + 16
const none = new Uint8Array()

const patterns = {
  code: { protocol: 'Noise_KNpsk0_P256_AESGCM_SHA256', prologue: Uint8Array.of(1) },
  link: { protocol: 'Noise_NKpsk0_P256_AESGCM_SHA256', prologue: Uint8Array.of(0) },
} as const

/**
 * Begin the handshake as the client: its first message, and what to do with the answer to it.
 *
 * @param ephemeral a key made for this handshake alone
 * @throws HybridRefusal `handshake_failed`, also from `finish`
 */
export async function beginHandshake(
  cryptography: HybridCryptography,
  known: KnownKey<AgreementKey, AgreementPoint>,
  { preSharedKey, ephemeral }: { readonly preSharedKey: Uint8Array; readonly ephemeral: AgreementKey },
): Promise<{ readonly message: Uint8Array; finish(answer: Uint8Array): Promise<Handshake> }> {
  const knownPoint = known.by === 'code' ? known.clientKey.publicKey : known.authenticatorKey
  const noise = await begin(cryptography, known.by, { knownPoint, preSharedKey })
  const point = toUncompressed(ephemeral.publicKey)
  await mixPoint(noise, point)
  if (known.by === 'link') await mixAgreement(noise, ephemeral, known.authenticatorKey)
  const message = concatBytes(point, await noise.encryptAndHash(none))

  return {
    message,
    async finish(answer) {
      const { point: theirs, tag } = takeApart(answer)
      await mixPoint(noise, toUncompressed(theirs))
      await mixAgreement(noise, ephemeral, theirs)
      if (known.by === 'code') await mixAgreement(noise, known.clientKey, theirs)
      await noise.decryptAndHash(tag)
      const { initiatorKey, responderKey } = await noise.split()
      const channel = openChannel(cryptography, { readKey: responderKey, writeKey: initiatorKey })
      return { channel, hash: noise.hash }
    },
  }
}

/**
 * Answer the first message of a handshake as the authenticator.
 *
 * @param ephemeral a key made for this handshake alone
 * @throws HybridRefusal `handshake_failed` if who sent it does not know the pre-shared key
 */
export async function answerHandshake(
  cryptography: HybridCryptography,
  known: KnownKey<AgreementPoint, AgreementKey>,
  {
    preSharedKey,
    ephemeral,
    message,
  }: { readonly preSharedKey: Uint8Array; readonly ephemeral: AgreementKey; readonly message: Uint8Array },
): Promise<Handshake & { readonly answer: Uint8Array }> {
  const knownPoint = known.by === 'code' ? known.clientKey : known.authenticatorKey.publicKey
  const noise = await begin(cryptography, known.by, { knownPoint, preSharedKey })
  const { point: theirs, tag } = takeApart(message)
  await mixPoint(noise, toUncompressed(theirs))
  if (known.by === 'link') await mixAgreement(noise, known.authenticatorKey, theirs)
  await noise.decryptAndHash(tag)

  const point = toUncompressed(ephemeral.publicKey)
  await mixPoint(noise, point)
  await mixAgreement(noise, ephemeral, theirs)
  if (known.by === 'code') await mixAgreement(noise, ephemeral, known.clientKey)
  const answer = concatBytes(point, await noise.encryptAndHash(none))
  const { initiatorKey, responderKey } = await noise.split()
  return {
    answer,
    channel: openChannel(cryptography, { readKey: initiatorKey, writeKey: responderKey }),
    hash: noise.hash,
  }
}

async function begin(
  cryptography: HybridCryptography,
  by: keyof typeof patterns,
  { knownPoint, preSharedKey }: { readonly knownPoint: AgreementPoint; readonly preSharedKey: Uint8Array },
): Promise<NoiseState> {
  const noise = beginNoise(cryptography, patterns[by].protocol)
  await noise.mixHash(patterns[by].prologue)
  await noise.mixHash(toUncompressed(knownPoint))
  await noise.mixKeyAndHash(preSharedKey)
  return noise
}

/** With a pre-shared key, ephemeral keys are mixed into the key as well (Noise §9.2). */
async function mixPoint(noise: NoiseState, point: Uint8Array): Promise<void> {
  await noise.mixHash(point)
  await noise.mixKey(point)
}

async function mixAgreement(noise: NoiseState, ours: AgreementKey, theirs: AgreementPoint): Promise<void> {
  const shared = await ours.agree(theirs)
  if (shared === undefined) throw new HybridRefusal('handshake_failed')
  await noise.mixKey(shared)
}

function takeApart(message: Uint8Array): { readonly point: AgreementPoint; readonly tag: Uint8Array } {
  if (message.length !== messageLength || message[0] !== 4) throw new HybridRefusal('handshake_failed')
  return { point: fromUncompressed(message.subarray(0, 65)), tag: message.subarray(65) }
}
