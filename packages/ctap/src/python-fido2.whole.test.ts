import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { concatBytes, toHex } from '@latchkey/encoding'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  exampleAaguid,
  honestAuthenticator,
  makeAttestationAuthority,
} from './honest-authenticator.fixture.ts'
import { type AttestationIdentity, memoryShelf, type PersonAnswer } from './index.ts'

/** Debian's, whose packages see the one of the system's python alone. */
const python = '/usr/bin/python3'
const script = join(import.meta.dirname, '../test/python_fido2.py')
const run = promisify(execFile)

let root: Uint8Array
let attestation: AttestationIdentity
beforeAll(async () => {
  const authority = await makeAttestationAuthority()
  root = authority.root
  attestation = await authority.issue({ aaguid: exampleAaguid })
})

const servers: Server[] = []
afterAll(() => {
  for (const server of servers) server.close()
})

/** Put an authenticator behind a port: messages after two bytes of length, and a power cycle per connection. */
async function listen(answer: PersonAnswer | undefined): Promise<number> {
  const shelf = memoryShelf()
  const server = createServer((socket) => {
    const { authenticator, person } = honestAuthenticator({ attestation }, { shelf })
    person.next = answer
    serve(socket, (request) => authenticator.answer(request))
  }).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  return portOf(server.address())
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('not listening on a port')
  return address.port
}

function serve(socket: Socket, answer: (request: Uint8Array) => Promise<Uint8Array>) {
  let received = new Uint8Array()
  socket.on('data', async (data) => {
    received = concatBytes(received, typeof data === 'string' ? new Uint8Array() : data)
    const [high = 0, low = 0] = received
    const end = 2 + high * 256 + low
    if (received.length < 2 || received.length < end) return
    const request = received.slice(2, end)
    received = received.slice(end)
    const message = await answer(request)
    socket.write(concatBytes(Uint8Array.of(message.length >> 8, message.length & 0xff), message))
  })
}

describe('in front of python-fido2, the authenticator', () => {
  test.each<[string, PersonAnswer?]>([
    ['describes itself'],
    ['makes credentials and signs with them'],
    ['signs with one after another'],
    ['refuses by code'],
    ['is denied by the person', { outcome: 'denied' }],
    ['proves with a PIN by protocol 1'],
    ['proves with a PIN by protocol 2'],
    ['manages credentials by protocol 1'],
    ['manages credentials by protocol 2'],
    ['serves a whole client'],
    ['keeps large blobs'],
    ['resets'],
  ])('%s', async (story, answer) => {
    const port = await listen(answer)

    const { stderr } = await run(python, ['-W', 'ignore', script, story, String(port), toHex(root)])

    expect(stderr).toBe('')
  })
})
