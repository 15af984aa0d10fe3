import { createSocket } from 'node:dgram'
import { once } from 'node:events'

/** A name server of a story: it listens on this machine, over UDP, and knows the texts it is told. */
export interface NameServer {
  /** `127.0.0.1:5353`, as `LATCHKEY_DNS_SERVERS` takes it. */
  readonly address: string
  /** What stands at each name. A name that is not here does not exist. */
  readonly texts: Map<string, readonly string[]>
  /** While true, it answers that it failed. */
  fails: boolean
  /** The names it was asked for, in order. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

const headerLength = 12
const txtType = 16

/** Start one, on a free port. @see https://www.rfc-editor.org/rfc/rfc1035#section-4 */
export async function startNameServer(): Promise<NameServer> {
  const texts = new Map<string, readonly string[]>()
  const asked: string[] = []
  const socket = createSocket('udp4')
  const server = {
    texts,
    asked,
    fails: false,
    address: '',
    async close() {
      socket.close()
      await once(socket, 'close')
    },
  }
  socket.on('message', (query, from) => {
    const { name, end } = readName(query)
    asked.push(name)
    const found = texts.get(name.toLowerCase())
    const status = server.fails ? 2 : found === undefined ? 3 : 0
    const records = status === 0 ? (found ?? []).map(toRecord) : []
    const header = Buffer.alloc(headerLength)
    query.copy(header, 0, 0, 2)
    // An answer, authoritative, to a question that may want recursion.
    header.writeUInt16BE(0x8580 | status, 2)
    header.writeUInt16BE(1, 4)
    header.writeUInt16BE(records.length, 6)
    const question = query.subarray(headerLength, end + 4)
    socket.send(Buffer.concat([header, question, ...records]), from.port, from.address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  server.address = `127.0.0.1:${socket.address().port}`
  return server
}

function readName(query: Buffer): { readonly name: string; readonly end: number } {
  const labels: string[] = []
  let at = headerLength
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.subarray(at + 1, at + 1 + length).toString())
    at += length + 1
  }
  return { name: labels.join('.'), end: at + 1 }
}

/** A text longer than 255 bytes comes in pieces. */
function toRecord(text: string): Buffer {
  const bytes = Buffer.from(text)
  const pieces: Buffer[] = []
  for (let at = 0; at < bytes.length; at += 255) {
    const piece = bytes.subarray(at, at + 255)
    pieces.push(Buffer.from([piece.length]), piece)
  }
  const data = Buffer.concat(pieces)
  const head = Buffer.alloc(12)
  // The name is the one of the question.
  head.writeUInt16BE(0xc000 | headerLength, 0)
  head.writeUInt16BE(txtType, 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt16BE(data.length, 10)
  return Buffer.concat([head, data])
}
