import { connect as connectTcp, isIP, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { type Reachable, reachableLookup, requireReachable } from './reachable.ts'

/** How long a receiver may take, all in all. */
const patienceMilliseconds = 20_000

/**
 * Send framed messages to a syslog receiver, over a connection of their own.
 *
 * Syslog has no answer. What says that the receiver got everything is the end of the connection: we end our side, and it
 * ends its own only when it has read to there. A connection that breaks instead, or stays open, delivered nothing for
 * certain, and all of it is sent again.
 *
 * @throws Error saying what went wrong; Unreachable
 * @see https://www.rfc-editor.org/rfc/rfc5425#section-4.4
 */
export async function sendSyslog(
  { host, port }: { readonly host: string; readonly port: number },
  messages: readonly string[],
  reachable: Reachable,
): Promise<void> {
  requireReachable(host, reachable)
  const socket = open({ host, port }, reachable)
  await new Promise<void>((resolve, reject) => {
    let ended = false
    const late = setTimeout(() => {
      socket.destroy(new Error('the receiver did not end the connection in time'))
    }, patienceMilliseconds)
    socket.on('error', reject)
    // Nothing is to come; what does is read, or the end would never be seen.
    socket.on('data', () => {})
    socket.on('end', () => {
      ended = true
    })
    socket.on('close', () => {
      clearTimeout(late)
      if (ended && socket.writableFinished) resolve()
      else reject(new Error('the connection broke before everything was read'))
    })
    socket.once(reachable.encrypted ? 'secureConnect' : 'connect', () => {
      socket.end(messages.join(''))
    })
  })
}

function open(
  { host, port }: { readonly host: string; readonly port: number },
  reachable: Reachable,
): Socket {
  const lookup = reachableLookup(reachable)
  if (!reachable.encrypted) return connectTcp({ host, port, lookup })
  return connectTls({
    host,
    port,
    lookup,
    minVersion: 'TLSv1.2',
    // An address has no name to be asked for by.
    ...(isIP(host) === 0 && { servername: host }),
  })
}
