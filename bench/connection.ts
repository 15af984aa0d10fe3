import { once } from 'node:events'
import { connect } from 'node:net'

/** One keep-alive HTTP/1.1 connection. One request at a time: what a browser tab does, and no client library's cost. */
export interface Connection {
  send(request: PlainRequest): Promise<Answer>
  close(): void
}

export interface PlainRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Answer {
  readonly status: number
  /** Names in lower case; a header that came several times has several values. */
  readonly headers: ReadonlyMap<string, readonly string[]>
  readonly body: string
}

/** Open a connection to a server on this machine. A server that hangs up fails the request that is under way. */
export async function openConnection(port: number): Promise<Connection> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  let received = Buffer.alloc(0)
  let waiting: { resolve: (answer: Answer) => void; reject: (reason: Error) => void } | undefined

  const fail = (reason: Error) => {
    waiting?.reject(reason)
    waiting = undefined
  }
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('the server closed the connection')))
  socket.on('data', (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    const answer = readAnswer(received)
    if (answer === undefined) return
    received = Buffer.alloc(0)
    waiting?.resolve(answer)
    waiting = undefined
  })

  return {
    send({ method, path, headers, body = '' }) {
      let text = `${method} ${path} HTTP/1.1\r\nhost: localhost:${port}\r\n`
      for (const [name, value] of Object.entries(headers)) text += `${name}: ${value}\r\n`
      if (method === 'POST') text += `content-length: ${Buffer.byteLength(body)}\r\n`
      return new Promise((resolve, reject) => {
        if (socket.destroyed) return reject(new Error('the connection is closed'))
        waiting = { resolve, reject }
        socket.write(`${text}\r\n${body}`)
      })
    },
    close() {
      socket.destroy()
    },
  }
}

function readAnswer(bytes: Buffer): Answer | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n')
  if (headEnd < 0) return undefined
  const [statusLine = '', ...lines] = bytes.toString('latin1', 0, headEnd).split('\r\n')
  const headers = new Map<string, string[]>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    headers.set(name, [...(headers.get(name) ?? []), line.slice(colon + 1).trim()])
  }
  const status = Number(statusLine.slice(9, 12))
  const length = headers.get('content-length')?.[0]
  const rest = bytes.subarray(headEnd + 4)
  const body = length === undefined ? readChunks(rest, headers) : readExactly(rest, Number(length))
  return body === undefined ? undefined : { status, headers, body }
}

function readExactly(bytes: Buffer, length: number): string | undefined {
  return bytes.length < length ? undefined : bytes.toString('utf8', 0, length)
}

function readChunks(bytes: Buffer, headers: ReadonlyMap<string, readonly string[]>): string | undefined {
  if (headers.get('transfer-encoding')?.[0] !== 'chunked') return ''
  const parts: Buffer[] = []
  let at = 0
  while (true) {
    const lineEnd = bytes.indexOf('\r\n', at)
    if (lineEnd < 0) return undefined
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16)
    const end = lineEnd + 2 + size
    if (bytes.length < end + 2) return undefined
    if (size === 0) return Buffer.concat(parts).toString('utf8')
    parts.push(bytes.subarray(lineEnd + 2, end))
    at = end + 2
  }
}
