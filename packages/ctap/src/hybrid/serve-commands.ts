import { concatBytes } from '@latchkey/encoding'
import type { Authenticator } from '../authenticator.ts'
import { ctapStatus } from '../status.ts'
import type { FrameChannel } from './frame-channel.ts'
import { HybridRefusal } from './hybrid-refusal.ts'
import { readMessage, writeFirstMessage, writeMessage } from './messages.ts'
import { toRemoteInfo } from './remote-info.ts'
import type { TunnelSocket } from './tunnel-socket.ts'

/** How a client left: it said that it was done, or it was gone. */
export type ServedEnd = 'finished' | 'left'

/** What may be asked for from afar: to make a credential, to sign with one, and what belongs to that. */
const remoteCommands = new Set([0x01, 0x02, 0x08])
const getInfo = Uint8Array.of(0x04)
/** A fault of ours, as CTAP2 says it. */
const otherError = Uint8Array.of(0x7f)

/**
 * Say what the authenticator is, and answer commands until the client is done. Who calls this has established that
 * the client may be answered.
 */
export async function serveCommands(
  authenticator: Pick<Authenticator, 'answer'>,
  { socket, channel }: { readonly socket: TunnelSocket; readonly channel: FrameChannel },
): Promise<ServedEnd> {
  const [, ...info] = await authenticator.answer(getInfo)
  const remoteInfo = toRemoteInfo(Uint8Array.from(info))
  socket.send(await channel.seal(writeFirstMessage(remoteInfo)))

  let coming = socket.next()
  for (;;) {
    const frame = await coming
    if (frame === undefined) return 'left'
    const { type, payload } = readMessage(await channel.open(frame))
    coming = socket.next()
    if (type === 'shutdown') return 'finished'
    // Deviates: updates of a client have no meaning yet, and are passed over rather than refused.
    if (type === 'update') continue
    if (type !== 'ctap') throw new HybridRefusal('unexpected_message')
    const answer =
      payload[0] === getInfo[0]
        ? concatBytes(Uint8Array.of(ctapStatus.ok), remoteInfo)
        : await answerOne(authenticator, payload, coming)
    socket.send(await channel.seal(writeMessage('ctap', answer)))
  }
}

/** Whatever comes while a command is being answered takes it back: the client left, or goes on without it. */
async function answerOne(
  authenticator: Pick<Authenticator, 'answer'>,
  request: Uint8Array,
  coming: Promise<unknown>,
): Promise<Uint8Array> {
  if (!remoteCommands.has(request[0] ?? -1)) return Uint8Array.of(ctapStatus.invalid_command)
  const taken = new AbortController()
  let answered = false
  coming.then(() => {
    if (!answered) taken.abort()
  })
  try {
    return await authenticator.answer(request, taken.signal)
  } catch {
    return otherError
  } finally {
    answered = true
  }
}
