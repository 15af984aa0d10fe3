import type { Authenticator } from '../authenticator.ts'
import type { AgreementKey } from '../cryptography.ts'
import { deriveAdvertKey, sealAdvert, toAdvert, toLinkAdvert } from './advert.ts'
import { derive } from './derive.ts'
import { answerHandshake, type Handshake } from './handshake.ts'
import type { HybridCode } from './hybrid-code.ts'
import type { HybridCryptography } from './hybrid-cryptography.ts'
import { HybridRefusal } from './hybrid-refusal.ts'
import { type ServedEnd, serveCommands } from './serve-commands.ts'
import type { TunnelSocket } from './tunnel-socket.ts'

/** What an authenticator needs to be spoken to from afar. */
export interface HybridDeps {
  readonly cryptography: HybridCryptography
  /** Bytes nobody can guess. */
  readonly random: (length: number) => Uint8Array
}

/** A code that was read, and the tunnel that was opened for it. */
export interface CodeMeeting {
  readonly code: HybridCode
  /** The end of `/cable/new/…`. */
  readonly socket: TunnelSocket
  /** 3 bytes: the tunnel service said them when the tunnel was opened. */
  readonly routingId: Uint8Array
  /** The number of the tunnel service. */
  readonly tunnelDomain: number
  /** Begin to send an advert over the air, to those who are near; gives what ends it. */
  readonly advertise: (advert: Uint8Array) => Promise<() => Promise<void>>
}

/**
 * Answer the browser whose code was read. What it has to know for the handshake goes over the air alone: so who
 * completes it was near enough to hear, and only then does a key sign what it sends.
 *
 * Closes the socket at the end. Closing it from outside takes back the command that is being answered.
 *
 * @throws HybridRefusal `handshake_failed`, `bad_frame`, `too_much`, `unexpected_message`
 * @see https://fidoalliance.org/specs/fido-v2.3-ps-20260226/fido-client-to-authenticator-protocol-v2.3-ps-20260226.html#hybrid-qr-initiated
 */
export async function answerHybrid(
  deps: HybridDeps,
  authenticator: Pick<Authenticator, 'answer'>,
  meeting: CodeMeeting,
): Promise<ServedEnd> {
  const { cryptography, random } = deps
  const { secret, clientKey } = meeting.code
  try {
    const { routingId, tunnelDomain, socket } = meeting
    const advert = toAdvert({ nonce: random(10), routingId, tunnelDomain })
    const key = await deriveAdvertKey(cryptography, { secret })
    const stopAdvertising = await meeting.advertise(await sealAdvert(cryptography, key, advert))
    let handshake: Handshake
    try {
      const preSharedKey = await derive(cryptography, 'preSharedKey', { secret, salt: advert.plain })
      handshake = await shakeHands(deps, socket, { known: { by: 'code', clientKey }, preSharedKey })
    } finally {
      await stopAdvertising()
    }
    return await serveCommands(authenticator, { socket, channel: handshake.channel })
  } finally {
    meeting.socket.close()
  }
}

/** What an authenticator keeps of a client that it remembers. */
export interface KnownClient {
  /** 32 bytes. */
  readonly linkSecret: Uint8Array
  /** The authenticator's own key of this link. */
  readonly authenticatorKey: AgreementKey
  /**
   * Whether people at both ends confirmed that they see the same handshake. A link that somebody in between made is
   * not, and nothing is signed over it.
   */
  readonly guarded: boolean
}

/** A link by which a client called. */
export interface LinkMeeting {
  readonly client: KnownClient
  /** 16 bytes of the client's request. */
  readonly clientNonce: Uint8Array
  /** The end of `/cable/connect/…`. */
  readonly socket: TunnelSocket
}

/**
 * Answer a client that is remembered.
 *
 * Deviates: the advert goes through the tunnel, as its first message, because neither a page nor an extension hears
 * what is in the air. So this proves nothing about nearness. It is the link that keeps others out, and the link must
 * be guarded.
 *
 * @throws HybridRefusal `link_not_guarded`, `handshake_failed`, `bad_frame`, `too_much`, `unexpected_message`
 */
export async function answerLinked(
  deps: HybridDeps,
  authenticator: Pick<Authenticator, 'answer'>,
  { client, clientNonce, socket }: LinkMeeting,
): Promise<ServedEnd> {
  const { cryptography, random } = deps
  const { linkSecret: secret, authenticatorKey, guarded } = client
  try {
    if (!guarded) throw new HybridRefusal('link_not_guarded')
    const advert = toLinkAdvert(random(15))
    const key = await deriveAdvertKey(cryptography, { secret, salt: clientNonce })
    socket.send(await sealAdvert(cryptography, key, advert))
    const preSharedKey = await derive(cryptography, 'preSharedKey', { secret, salt: advert.plain })
    const { channel } = await shakeHands(deps, socket, {
      known: { by: 'link', authenticatorKey },
      preSharedKey,
    })
    return await serveCommands(authenticator, { socket, channel })
  } finally {
    socket.close()
  }
}

type Known = Parameters<typeof answerHandshake>[1]

/** Wait for the client's first message and answer it. */
export async function shakeHands(
  { cryptography }: HybridDeps,
  socket: TunnelSocket,
  { known, preSharedKey }: { readonly known: Known; readonly preSharedKey: Uint8Array },
): Promise<Handshake> {
  const message = await socket.next()
  if (message === undefined) throw new HybridRefusal('disconnected')
  const ephemeral = await cryptography.makeAgreementKey()
  const { answer, ...handshake } = await answerHandshake(cryptography, known, {
    preSharedKey,
    ephemeral,
    message,
  })
  socket.send(answer)
  return handshake
}
