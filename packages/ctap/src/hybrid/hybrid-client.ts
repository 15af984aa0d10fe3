import { concatBytes } from '@latchkey/encoding'
import type { Authenticator } from '../authenticator.ts'
import type { AgreementKey, AgreementPoint } from '../cryptography.ts'
import { ctapStatus } from '../status.ts'
import { deriveAdvertKey, type OpenAdvert, openAdvert } from './advert.ts'
import type { HybridDeps } from './answer-hybrid.ts'
import { derive } from './derive.ts'
import type { FrameChannel } from './frame-channel.ts'
import { beginHandshake, type Handshake } from './handshake.ts'
import { HybridRefusal } from './hybrid-refusal.ts'
import { type LinkInfo, readFirstMessage, readMessage, readUpdate, writeMessage } from './messages.ts'
import type { TunnelSocket } from './tunnel-socket.ts'

/** An authenticator at the other end of a tunnel, which is spoken to like one that is here. */
export interface RemoteAuthenticator extends Pick<Authenticator, 'answer'> {
  /** The same on both sides, and on no others. */
  readonly handshakeHash: Uint8Array
  /** Say that we are done. */
  finish(): Promise<void>
}

/** What a client keeps of a code it shows. */
export interface ShownCode {
  readonly clientKey: AgreementKey
  /** 16 bytes. */
  readonly secret: Uint8Array
}

/**
 * Meet the authenticator that read our code.
 *
 * @param meeting the end of `/cable/connect/…`, and the advert that was heard
 * @param onLink takes linking data that the authenticator sends; it is not verified yet
 * @throws HybridRefusal `handshake_failed`, `bad_frame`, `unexpected_message`, `disconnected`
 */
export async function meetByCode(
  deps: HybridDeps,
  { clientKey, secret }: ShownCode,
  meeting: { readonly advert: OpenAdvert; readonly socket: TunnelSocket },
  onLink?: (link: LinkInfo) => void,
): Promise<RemoteAuthenticator> {
  const { advert, socket } = meeting
  const preSharedKey = await derive(deps.cryptography, 'preSharedKey', { secret, salt: advert.plain })
  const handshake = await shakeHands(deps, socket, { known: { by: 'code', clientKey }, preSharedKey })
  return reach(handshake, socket, onLink)
}

/** What a client keeps of an authenticator that it remembers. */
export interface KnownAuthenticator {
  /** 32 bytes. */
  readonly linkSecret: Uint8Array
  readonly authenticatorKey: AgreementPoint
}

/**
 * Meet an authenticator that is remembered. Its advert comes through the tunnel; see `answerLinked`.
 *
 * @throws HybridRefusal `foreign_advert`, `handshake_failed`, `bad_frame`, `unexpected_message`, `disconnected`
 */
export async function meetByLink(
  deps: HybridDeps,
  { linkSecret: secret, authenticatorKey }: KnownAuthenticator,
  { clientNonce, socket }: { readonly clientNonce: Uint8Array; readonly socket: TunnelSocket },
): Promise<RemoteAuthenticator> {
  const key = await deriveAdvertKey(deps.cryptography, { secret, salt: clientNonce })
  const advert = await openAdvert(deps.cryptography, key, await take(socket))
  const preSharedKey = await derive(deps.cryptography, 'preSharedKey', { secret, salt: advert.plain })
  const handshake = await shakeHands(deps, socket, { known: { by: 'link', authenticatorKey }, preSharedKey })
  return reach(handshake, socket)
}

type Known = Parameters<typeof beginHandshake>[1]

/** Say the first message of the handshake, and read the answer. */
export async function shakeHands(
  { cryptography }: HybridDeps,
  socket: TunnelSocket,
  { known, preSharedKey }: { readonly known: Known; readonly preSharedKey: Uint8Array },
): Promise<Handshake> {
  const ephemeral = await cryptography.makeAgreementKey()
  const { message, finish } = await beginHandshake(cryptography, known, { preSharedKey, ephemeral })
  socket.send(message)
  return finish(await take(socket))
}

async function reach(
  { channel, hash }: Handshake,
  socket: TunnelSocket,
  onLink?: (link: LinkInfo) => void,
): Promise<RemoteAuthenticator> {
  const info = readFirstMessage(await channel.open(await take(socket)))
  let last: Promise<unknown> = Promise.resolve()

  return {
    handshakeHash: hash,
    answer(request, signal) {
      // What it is was said already; not every authenticator says it twice.
      if (request[0] === 0x04) return Promise.resolve(concatBytes(Uint8Array.of(ctapStatus.ok), info))
      const answer = last.then(() => ask(channel, socket, { request, signal, onLink }))
      last = answer.catch(() => undefined)
      return answer
    },
    async finish() {
      socket.send(await channel.seal(writeMessage('shutdown')))
      socket.close()
    },
  }
}

async function ask(
  channel: FrameChannel,
  socket: TunnelSocket,
  {
    request,
    signal,
    onLink,
  }: {
    readonly request: Uint8Array
    readonly signal: AbortSignal | undefined
    readonly onLink: ((link: LinkInfo) => void) | undefined
  },
): Promise<Uint8Array<ArrayBuffer>> {
  // A command cannot be taken back over a tunnel: who does not want it any more leaves.
  const leave = () => socket.close()
  signal?.throwIfAborted()
  signal?.addEventListener('abort', leave, { once: true })
  try {
    socket.send(await channel.seal(writeMessage('ctap', request)))
    for (;;) {
      const { type, payload } = readMessage(await channel.open(await take(socket)))
      if (type === 'ctap') return concatBytes(payload)
      if (type !== 'update') throw new HybridRefusal('unexpected_message')
      const link = readUpdate(payload)
      if (link !== undefined) onLink?.(link)
    }
  } finally {
    signal?.removeEventListener('abort', leave)
  }
}

/** @throws HybridRefusal `disconnected` */
export async function take(socket: TunnelSocket): Promise<Uint8Array> {
  const message = await socket.next()
  if (message === undefined) throw new HybridRefusal('disconnected')
  return message
}
