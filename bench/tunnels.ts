import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { findFreePorts } from '@latchkey/testing/free-ports'
import { WebSocket } from 'ws'

/** What the tunnel service takes, and what goes through it. */
export interface TunnelFigures {
  readonly tunnels: number
  /** Resident memory of a service that has no tunnels. */
  readonly emptyMegabytes: number
  /** With that many tunnels in which one waits for another. */
  readonly waitingMegabytes: number
  readonly joined: number
  /** After the other came to so many of them. */
  readonly joinedMegabytes: number
  /** Of 256 bytes each, through some tunnels at once. */
  readonly messagesPerSecond: number
}

interface TunnelExtent {
  readonly tunnels: number
  /** Every joined tunnel is two sockets; a process may often have 20 000. */
  readonly joined: number
  readonly busy: number
}

/** What may go through one tunnel is limited; this is a little less. */
const messagesPerTunnel = 300
/** Loopback has many addresses, and one may not open all. */
const socketsPerAddress = 100

/** Start the tunnel service alone and fill it. */
export async function benchTunnels(
  { tunnels, joined, busy }: TunnelExtent = { tunnels: 10_000, joined: 9_500, busy: 200 },
): Promise<TunnelFigures> {
  const port = await findFreePorts()
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../scripts/launch.mjs'), 'latchkey', 'tunnel'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, PORT: String(port), LATCHKEY_HOST: '127.0.0.1' },
    },
  )
  try {
    await new Promise((resolve) => child.stdout.once('data', resolve))
    const service = reach(port)
    const emptyMegabytes = await service.megabytes()
    const ids = Array.from({ length: tunnels }, () => randomBytes(16).toString('hex'))
    const phones = await inTurns(ids, (id) => service.dial(`/cable/new/${id}`))
    const waitingMegabytes = await service.megabytes()
    const routingId = phones[0]?.routingId ?? ''
    const browsers = await inTurns(ids.slice(0, joined), (id) =>
      service.dial(`/cable/connect/${routingId}/${id}`),
    )
    const joinedMegabytes = await service.megabytes()

    const pairs = browsers.slice(0, busy).flatMap((browser, i) => {
      const phone = phones[i]
      return phone === undefined ? [] : [[browser.webSocket, phone.webSocket] as const]
    })
    const begun = performance.now()
    await Promise.all(pairs.map(([from, to]) => pour(from, to)))
    const seconds = (performance.now() - begun) / 1000
    const messagesPerSecond = (pairs.length * messagesPerTunnel) / seconds
    for (const { webSocket } of [...phones, ...browsers]) webSocket.terminate()
    return { tunnels, emptyMegabytes, waitingMegabytes, joined, joinedMegabytes, messagesPerSecond }
  } finally {
    child.kill('SIGKILL')
  }
}

export function tunnelsToText(figures: TunnelFigures): string {
  const { tunnels, joined, emptyMegabytes, waitingMegabytes, joinedMegabytes, messagesPerSecond } = figures
  return [
    `idle tunnels          0  ${emptyMegabytes.toFixed(0)} MB`,
    `waiting      ${String(tunnels).padStart(10)}  ${waitingMegabytes.toFixed(0)} MB`,
    `joined       ${String(joined).padStart(10)}  ${joinedMegabytes.toFixed(0)} MB`,
    `messages     ${messagesPerSecond.toFixed(0).padStart(10)}  per second`,
  ].join('\n')
}

/** Send many and wait until all came. */
function pour(from: WebSocket, to: WebSocket): Promise<void> {
  const message = new Uint8Array(256)
  return new Promise((resolve, reject) => {
    let heard = 0
    to.on('message', () => {
      if (++heard === messagesPerTunnel) resolve()
    })
    to.on('close', () => reject(new Error('a tunnel ended early')))
    for (let i = 0; i < messagesPerTunnel; i++) from.send(message)
  })
}

/** A hundred at a time: the listening queue has an end. */
async function inTurns<T, R>(all: readonly T[], use: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (let start = 0; start < all.length; start += 100) {
    results.push(...(await Promise.all(all.slice(start, start + 100).map(use))))
  }
  return results
}

function reach(port: number) {
  let sockets = 0
  return {
    async megabytes(): Promise<number> {
      // What was only needed while connecting is let go first.
      await new Promise((resolve) => setTimeout(resolve, 2_000))
      const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
      return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]) / 1_048_576
    },
    dial(path: string): Promise<{ readonly webSocket: WebSocket; readonly routingId: string }> {
      const place = Math.floor(sockets++ / socketsPerAddress)
      const localAddress = `127.0.${Math.floor(place / 250)}.${2 + (place % 250)}`
      const webSocket = new WebSocket(`ws://127.0.0.1:${port}${path}`, ['fido.cable'], {
        localAddress,
        perMessageDeflate: false,
      })
      let routingId = ''
      webSocket.on('upgrade', ({ headers }) => {
        routingId = String(headers['x-cable-routing-id'] ?? '')
      })
      return new Promise((resolve, reject) => {
        webSocket.on('open', () => resolve({ webSocket, routingId }))
        webSocket.on('error', reject)
      })
    },
  }
}
