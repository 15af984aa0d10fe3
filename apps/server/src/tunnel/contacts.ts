import { closeCode } from './close-code.ts'
import { type Call, readCallText, readListenerText, type TunnelRequest } from './read-tunnel-request.ts'
import { toContactId } from './to-contact-id.ts'
import { mostBuffered, type TunnelLimits } from './tunnel-limits.ts'
import { type Guest, sayText, toBuffer, type WaitingRoom } from './waiting-room.ts'

/** Brings those who call to those who are called. */
export interface Contacts {
  /** A client calls. */
  call(request: Extract<TunnelRequest, { readonly kind: 'contact' }>, guest: Guest): void
  /** An authenticator waits to be called. */
  listen(guest: Guest): void
}

interface OpenCall extends Call {
  readonly tunnelId: string
  readonly guest: Guest
}

/** What contacts need. */
export interface ContactsOptions {
  readonly routingId: string
  readonly random: (length: number) => Uint8Array
  readonly limits: TunnelLimits
  readonly room: WaitingRoom
  readonly onMissedCall?: (contactId: string) => void
}

/**
 * Bring calls to authenticators that listen. A call without a listener waits as long as its client does: an
 * authenticator that was woken up elsewhere finds it when it comes.
 */
export function openContacts(options: ContactsOptions): Contacts {
  const { room, limits } = options
  const listeners = new Map<string, Guest>()
  const calls = new Map<string, Set<OpenCall>>()

  function place(contactId: string, call: OpenCall): void {
    const open = calls.get(contactId) ?? new Set()
    if (open.size >= limits.callsPerContact) {
      call.guest.webSocket.close(closeCode.tooMany)
      return
    }
    const signal = call.signal ? signals[call.guest.dialect] : undefined
    room.wait(call.tunnelId, call.guest, signal)
    calls.set(contactId, open.add(call))
    call.guest.webSocket.on('close', () => {
      open.delete(call)
      if (open.size === 0 && calls.get(contactId) === open) calls.delete(contactId)
    })
    const listener = listeners.get(contactId)
    if (listener === undefined) options.onMissedCall?.(contactId)
    else tell(listener, call)
  }

  /** Whoever reads nothing of what it is told would have us keep it all. */
  function tell(listener: Guest, { payload, tunnelId }: OpenCall): void {
    if (listener.webSocket.bufferedAmount > mostBuffered) listener.webSocket.terminate()
    else sayText(listener, { call: { payload, routingId: options.routingId, tunnelId } })
  }

  function answerTo(contactId: string, listener: Guest): void {
    // The newest wins: a telephone that lost its connection comes again before we notice.
    listeners.get(contactId)?.webSocket.close(closeCode.conflict)
    listeners.set(contactId, listener)
    listener.webSocket.on('close', () => {
      if (listeners.get(contactId) === listener) listeners.delete(contactId)
    })
    for (const call of calls.get(contactId) ?? []) tell(listener, call)
  }

  return {
    call({ contactId, call }, guest) {
      const tunnelId = Buffer.from(options.random(16)).toString('hex')
      if (call !== undefined) {
        place(contactId, { ...call, tunnelId, guest })
        return
      }
      onFirstText(guest, (text) => {
        const said = readCallText(text)
        if (said === undefined) guest.webSocket.close(closeCode.badRequest)
        else place(contactId, { ...said, tunnelId, guest })
      })
    },
    listen(guest) {
      room.keepListener(guest)
      onFirstText(guest, (first) => {
        const { secret } = readListenerText(first)
        if (secret === undefined) {
          guest.webSocket.close(closeCode.badRequest)
          return
        }
        const contactId = toContactId(secret)
        answerTo(contactId, guest)
        guest.webSocket.on('message', (data, isBinary) => {
          const { gone } = isBinary ? {} : readListenerText(toBuffer(data).toString())
          const forgotten = [...(calls.get(contactId) ?? [])].find(({ tunnelId }) => tunnelId === gone)
          forgotten?.guest.webSocket.close(closeCode.gone)
        })
      })
    },
  }
}

const signals = { standard: 'byte', in_band: 'text' } as const
const patienceMilliseconds = 10_000
const longestText = 4_096

function onFirstText({ webSocket }: Guest, use: (text: string) => void): void {
  const tooLate = setTimeout(() => webSocket.close(closeCode.timedOut), patienceMilliseconds)
  tooLate.unref()
  webSocket.once('close', () => clearTimeout(tooLate))
  webSocket.once('message', (data, isBinary) => {
    clearTimeout(tooLate)
    const text = toBuffer(data)
    if (isBinary || text.length > longestText) webSocket.close(closeCode.unsupported)
    else use(text.toString())
  })
}
