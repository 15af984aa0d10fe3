import { concatBytes, toUtf8 } from '@latchkey/encoding'
import type { AgreementKey, AgreementPoint } from '../cryptography.ts'
import { deriveAdvertKey, openAdvert, sealAdvert, toLinkAdvert } from './advert.ts'
import { shakeHands as answerHands, type HybridDeps } from './answer-hybrid.ts'
import { derive } from './derive.ts'
import { type ShownCode, shakeHands, take } from './hybrid-client.ts'
import type { HybridCryptography } from './hybrid-cryptography.ts'
import { HybridRefusal } from './hybrid-refusal.ts'
import type { LinkCode } from './link-code.ts'
import { proveLink, verifyLink } from './link-proof.ts'
import { readMessage, readUpdate, writeMessage, writeUpdate } from './messages.ts'
import { toUncompressed } from './point.ts'
import type { TunnelSocket } from './tunnel-socket.ts'

/** What both ends have once they are linked, and before anybody said that they may be. */
export interface FreshLink {
  /** 8 bytes. */
  readonly linkId: Uint8Array
  /** 32 bytes. */
  readonly linkSecret: Uint8Array
  /** SHA-256 of the whole handshake: both ends sign it, and the server compares. */
  readonly handshakeHash: Uint8Array
  /**
   * Six digits of that hash, for people: shown here, typed there. Alone they are few enough to be hit by trying; that
   * the server compares the whole hash is what keeps out who stands between.
   */
  readonly digits: string
}

/**
 * Link to the client whose code was read, as the authenticator. The advert goes through the tunnel, so this proves
 * nothing about nearness: nothing is signed here, and the link is of no use until it is guarded.
 *
 * @param socket the end of `/cable/connect/…`
 * @throws HybridRefusal `handshake_failed`, `disconnected`
 */
export async function offerLink(
  deps: HybridDeps,
  {
    code,
    socket,
    own,
  }: { readonly code: LinkCode; readonly socket: TunnelSocket; readonly own: OfferedLink },
): Promise<FreshLink> {
  const { cryptography, random } = deps
  const { secret, clientKey } = code
  const advert = toLinkAdvert(random(15))
  const key = await deriveAdvertKey(cryptography, { secret })
  socket.send(await sealAdvert(cryptography, key, advert))
  const preSharedKey = await derive(cryptography, 'preSharedKey', { secret, salt: advert.plain })
  const known = { by: 'code', clientKey } as const
  const { channel, hash } = await answerHands(deps, socket, { known, preSharedKey })

  const [linkId, linkSecret] = [random(8), random(32)]
  const proof = await proveLink(cryptography, { ours: own.authenticatorKey, theirs: clientKey }, hash)
  const authenticatorKey = toUncompressed(own.authenticatorKey.publicKey)
  const { contactId, name } = own
  const update = writeUpdate({ contactId, linkId, linkSecret, authenticatorKey, name, proof })
  socket.send(await channel.seal(writeMessage('update', update)))
  return { linkId, linkSecret, handshakeHash: hash, digits: await toDigitsOf(cryptography, hash) }
}

/** What an authenticator says of itself to be found again. */
export interface OfferedLink {
  readonly contactId: Uint8Array
  /** Made for this link alone. */
  readonly authenticatorKey: AgreementKey
  readonly name: string
}

/** What a client gets to know of the authenticator that read its code. */
export type TakenLink = FreshLink & {
  readonly contactId: Uint8Array
  readonly authenticatorKey: AgreementPoint
  readonly name: string
}

/**
 * Take the link that who read our code offers, as the client.
 *
 * @param socket the end of `/cable/new/…`, at which the authenticator joins
 * @throws HybridRefusal `foreign_advert`, `handshake_failed`, `unexpected_message`, `link_not_proven`, `disconnected`
 */
export async function takeLink(
  deps: HybridDeps,
  { clientKey, secret }: ShownCode,
  socket: TunnelSocket,
): Promise<TakenLink> {
  const { cryptography } = deps
  const key = await deriveAdvertKey(cryptography, { secret })
  const advert = await openAdvert(cryptography, key, await take(socket))
  const preSharedKey = await derive(cryptography, 'preSharedKey', { secret, salt: advert.plain })
  const { channel, hash } = await shakeHands(deps, socket, { known: { by: 'code', clientKey }, preSharedKey })

  const { type, payload } = readMessage(await channel.open(await take(socket)))
  const link = type === 'update' ? readUpdate(payload) : undefined
  if (link === undefined) throw new HybridRefusal('unexpected_message')
  const authenticatorKey = await verifyLink(cryptography, clientKey, { link, handshakeHash: hash })
  const { contactId, linkId, linkSecret, name } = link
  const digits = await toDigitsOf(cryptography, hash)
  return { contactId, linkId, linkSecret, name, authenticatorKey, handshakeHash: hash, digits }
}

/** Six digits for people, from the hash of a handshake. */
async function toDigitsOf(
  cryptography: Pick<HybridCryptography, 'sha256'>,
  handshakeHash: Uint8Array,
): Promise<string> {
  const hash = await cryptography.sha256(concatBytes(toUtf8('latchkey link digits'), handshakeHash))
  const number = new DataView(hash.buffer, hash.byteOffset).getUint32(0) % 1_000_000
  return number.toString().padStart(6, '0')
}
