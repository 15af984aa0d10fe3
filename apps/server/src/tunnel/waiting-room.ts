import type { RawData, WebSocket } from 'ws'
import type { Purse } from './byte-budget.ts'
import { closeCode } from './close-code.ts'
import type { TunnelDialect } from './read-tunnel-request.ts'
import type { TunnelLimits } from './tunnel-limits.ts'

/** One end of a tunnel. */
export interface Guest {
  readonly webSocket: WebSocket
  readonly dialect: TunnelDialect
  /** What is kept of what he says is charged to him. */
  readonly purse: Purse
  /** Whether it was heard of since the last ping. */
  alive: boolean
}

/** A guest who waits for another, and what he said so far. */
export interface Waiting {
  readonly guest: Guest
  /** Hand over what he said so far, which is charged to him no more, and listen to him no more. */
  takeEarly(): readonly Buffer[]
  /** How he wants to be told that the other is here. */
  readonly signal?: 'byte' | 'text'
}

/** Who waits for whom, and everybody who is here. */
export interface WaitingRoom {
  /** Tunnels, with one end or two. */
  readonly size: number
  /** Let a guest wait; false if the tunnel is taken. */
  wait(tunnelId: string, guest: Guest, signal?: Waiting['signal']): boolean
  isWaiting(tunnelId: string): boolean
  isTaken(tunnelId: string): boolean
  /** The one who waits there; at most one caller gets him. */
  take(tunnelId: string): Waiting | undefined
  /** Look after two who are joined. */
  keep(first: Guest, second: Guest): void
  /** Look after one who stays for long. */
  keepListener(guest: Guest): void
  /** Send those away whose time is over or who do not answer, and ask the others whether they are there. */
  sweep(): void
  close(): void
}

/** @param limits of the tunnels in it */
export function waitingRoom(limits: TunnelLimits): WaitingRoom {
  const waiting = new Map<string, Waiting>()
  /** Every guest, and until when he may stay. */
  const guests = new Map<Guest, number>()
  let tunnels = 0
  const inSeconds = (seconds: number) => performance.now() + seconds * 1000

  function look(guest: Guest, seconds: number): void {
    if (guests.has(guest)) return
    guests.set(guest, inSeconds(seconds))
    guest.webSocket.on('pong', () => {
      guest.alive = true
    })
    guest.webSocket.on('close', () => guests.delete(guest))
  }

  return {
    get size() {
      return tunnels
    },
    wait(tunnelId, guest, signal) {
      if (waiting.has(tunnelId)) return false
      const entry: Waiting = { guest, takeEarly: keepEarly(guest, limits), ...(signal && { signal }) }
      waiting.set(tunnelId, entry)
      tunnels++
      look(guest, limits.tunnelSeconds)
      guest.webSocket.on('close', () => {
        tunnels--
        if (waiting.get(tunnelId) === entry) waiting.delete(tunnelId)
        entry.takeEarly()
      })
      return true
    },
    isWaiting: (tunnelId) => waiting.has(tunnelId),
    isTaken: (tunnelId) => waiting.has(tunnelId),
    take(tunnelId) {
      const entry = waiting.get(tunnelId)
      waiting.delete(tunnelId)
      return entry
    },
    keep(first, second) {
      look(first, limits.tunnelSeconds)
      look(second, limits.tunnelSeconds)
    },
    keepListener: (guest) => look(guest, limits.listenSeconds),
    sweep() {
      const now = performance.now()
      for (const [guest, until] of guests) {
        if (now >= until) guest.webSocket.close(closeCode.timedOut)
        else if (!guest.alive) guest.webSocket.terminate()
        else {
          guest.alive = false
          guest.webSocket.ping()
        }
      }
    },
    close() {
      for (const { webSocket } of guests.keys()) {
        webSocket.close(closeCode.goingAway)
        webSocket.terminate()
      }
    },
  }
}

/** Keep what is said before the other is there, up to a point. @returns what takes it out, once */
function keepEarly({ webSocket, purse }: Guest, limits: TunnelLimits): Waiting['takeEarly'] {
  const early: Buffer[] = []
  let bytes = 0
  webSocket.on('message', keep)
  return () => {
    webSocket.off('message', keep)
    purse.give(early.reduce((sum, { length }) => sum + length, 0))
    return early.splice(0)
  }

  function keep(data: RawData, isBinary: boolean): void {
    const message = toBuffer(data)
    bytes += message.length
    if (!isBinary) webSocket.close(closeCode.unsupported)
    else if (bytes > limits.earlyBytes || early.length >= 16) webSocket.close(closeCode.tooMuch)
    else if (!purse.take(message.length)) webSocket.close(closeCode.full)
    // A copy: a single byte would keep all that came through the socket with it.
    else early.push(Buffer.from(message))
  }
}

/** `ws` gives one buffer unless told otherwise. */
export function toBuffer(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data)
}

/** Say something to who speaks in band. */
export function sayText({ webSocket }: Guest, value: unknown): void {
  webSocket.send(JSON.stringify(value))
}
