import { WebSocket } from 'ws'

/** What a WebDriver BiDi command was answered with, unread. */
type Result = Readonly<Record<string, unknown>>

/** A connection that speaks WebDriver BiDi: commands one way, answers and events the other. */
export interface Bidi {
  /** @throws Error with the browser's own words */
  send(method: string, params?: Readonly<Record<string, unknown>>): Promise<Result>
  /** Be told of events that were subscribed to. */
  on(method: string, hear: (params: Result) => void): void
  close(): void
}

interface Waiting {
  readonly method: string
  resolve(result: Result): void
  reject(cause: Error): void
}

/**
 * Connect to a browser and begin a session.
 *
 * @param url of the WebDriver BiDi server: `ws://127.0.0.1:<port>`
 * @see https://www.w3.org/TR/webdriver-bidi/
 */
export async function connectBidi(url: string, capabilities: Result = {}): Promise<Bidi> {
  const socket = new WebSocket(`${url}/session`)
  const waiting = new Map<number, Waiting>()
  const listeners: { readonly method: string; hear(params: Result): void }[] = []
  let last = 0

  socket.on('message', (data) => {
    const message: unknown = JSON.parse(String(data))
    const id = member(message, 'id')
    if (typeof id !== 'number') {
      const params = member(message, 'params')
      for (const { method, hear } of listeners) {
        if (method === member(message, 'method') && isResult(params)) hear(params)
      }
      return
    }
    const one = waiting.get(id)
    waiting.delete(id)
    const result = member(message, 'result')
    if (isResult(result)) one?.resolve(result)
    else {
      const said = `${String(member(message, 'error'))}: ${String(member(message, 'message'))}`
      one?.reject(new Error(`${one.method}: ${said}`))
    }
  })
  socket.on('close', () => {
    for (const one of waiting.values()) one.reject(new Error(`${one.method}: the browser has gone`))
    waiting.clear()
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve())
    socket.once('error', reject)
  })

  const bidi: Bidi = {
    send(method, params = {}) {
      last += 1
      const id = last
      return new Promise((resolve, reject) => {
        waiting.set(id, { method, resolve, reject })
        socket.send(JSON.stringify({ id, method, params }))
      })
    },
    on(method, hear) {
      listeners.push({ method, hear })
    },
    close: () => socket.close(),
  }
  await bidi.send('session.new', { capabilities: { alwaysMatch: capabilities } })
  return bidi
}

/** A member of something that may be anything. */
export function member(value: unknown, name: string): unknown {
  return isResult(value) ? value[name] : undefined
}

function isResult(value: unknown): value is Result {
  return typeof value === 'object' && value !== null
}
