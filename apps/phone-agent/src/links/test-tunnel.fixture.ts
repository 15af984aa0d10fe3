import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { onTestFinished } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'

/** A tunnel service as links use it, in this process. */
export interface TestTunnel {
  readonly url: string
  /** End every tunnel that is open, as a service does that is restarted. */
  endAll(): void
}

const routingId = '0a0b0c'

/** Open it. What is text speaks to the service, what is binary goes to the other end. */
export async function openLinkTunnel(): Promise<TestTunnel> {
  const server = createServer()
  const sockets = new WebSocketServer({ server, handleProtocols: () => 'latchkey.tunnel' })
  const waiting = new Map<string, WebSocket>()
  const listeners = new Map<string, WebSocket>()
  let calls = 0

  const sayTo = (end: WebSocket | undefined, value: object) => end?.send(JSON.stringify(value))
  const readText = (text: string): Record<string, string> => JSON.parse(text)
  sockets.on('connection', (end, request) => {
    const [, , kind, first = '', second = ''] = (request.url ?? '').split('/')
    if (kind === 'new') {
      waiting.set(first, end)
      sayTo(end, { routingId })
    }
    if (kind === 'connect') {
      const other = waiting.get(second)
      waiting.delete(second)
      if (other === undefined) return end.close(4404)
      sayTo(other, { joined: true })
      join(end, other)
    }
    if (kind === 'listen') {
      end.once('message', (data) => {
        const secret = Buffer.from(readText(String(data))['secret'] ?? '', 'base64url')
        listeners.set(createHash('sha256').update(secret).digest().subarray(0, 16).toString('base64url'), end)
        end.on('message', (more) => waiting.get(readText(String(more))['gone'] ?? '')?.close(4410))
      })
    }
    if (kind === 'contact') {
      end.once('message', (data) => {
        const tunnelId = (++calls).toString(16).padStart(32, '0')
        waiting.set(tunnelId, end)
        const { payload } = readText(String(data))
        sayTo(listeners.get(first), { call: { payload, routingId, tunnelId } })
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const endAll = () => {
    for (const end of sockets.clients) end.terminate()
  }
  onTestFinished(() => {
    endAll()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('not an address of the internet')
  return { url: `http://127.0.0.1:${address.port}`, endAll }
}

function join(one: WebSocket, other: WebSocket): void {
  const pipe = (from: WebSocket, to: WebSocket) => {
    from.on('message', (data, isBinary) => isBinary && to.send(data))
    from.on('close', () => to.close())
  }
  pipe(one, other)
  pipe(other, one)
}
