import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { toContactId } from './to-contact-id.ts'
import { openTunnelService, type TunnelServiceOptions } from './tunnel-service.ts'

const routingId = 'a1b2c3'
const tunnelId = '00112233445566778899aabbccddeeff'
const running: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const stop of running.splice(0)) await stop()
})

/** A tunnel service on a port of its own. */
async function open(options: Partial<TunnelServiceOptions> = {}) {
  const service = openTunnelService({ routingId, random: (length) => randomBytes(length), ...options })
  const server = createServer()
  server.on('upgrade', (request, socket, head) =>
    service.upgrade(request, socket, head, request.socket.remoteAddress ?? ''),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  running.push(async () => {
    service.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    service,
    port,
    /** Sockets that are open, whoever was refused included. */
    sockets: () => new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count))),
    dial: (path: string, how: How = {}) => dial(`ws://127.0.0.1:${port}${path}`, how),
  }
}

interface How {
  readonly protocol?: string
  readonly headers?: Readonly<Record<string, string>>
}

const inBand: How = { protocol: 'latchkey.tunnel' }

/** Open a WebSocket, and remember everything that comes. */
async function dial(url: string, { protocol = 'fido.cable', headers = {} }: How) {
  const webSocket = new WebSocket(url, [protocol], { headers })
  const heard: (string | Buffer)[] = []
  let status = 101
  let routing: string | undefined
  let closed: number | undefined
  webSocket.on('upgrade', (response) => {
    routing = response.headers['x-cable-routing-id']?.toString()
  })
  webSocket.on('message', (data: Buffer, isBinary) => heard.push(isBinary ? data : data.toString()))
  webSocket.on('close', (code) => {
    closed = code
  })
  await new Promise<void>((resolve) => {
    webSocket.on('open', resolve)
    webSocket.on('error', () => resolve())
    webSocket.on('unexpected-response', (_, response) => {
      status = response.statusCode ?? 0
      resolve()
    })
  })
  return {
    webSocket,
    heard,
    status,
    protocol: webSocket.protocol,
    routing: () => routing,
    closed: () => closed,
    said: (text: string) => webSocket.send(text),
    sent: (...bytes: number[]) => webSocket.send(Uint8Array.from(bytes)),
    bytes: async (count = 1) => {
      await expect.poll(() => heard.length).toBeGreaterThanOrEqual(count)
      return heard.map((message) => (typeof message === 'string' ? message : [...message]))
    },
    json: async (at = 0) => {
      await expect.poll(() => heard.length).toBeGreaterThan(at)
      return JSON.parse(String(heard[at]))
    },
    closes: () => expect.poll(() => closed),
  }
}

/** Say so much of a message that would be twice as long. */
async function halfMessage(url: string, bytes: number) {
  const { port, pathname } = new URL(url)
  const raw = connect({ port: Number(port), host: '127.0.0.1' })
  let heard = ''
  raw.on('error', () => {})
  raw.on('data', (data) => {
    heard += data.toString('latin1')
  })
  running.unshift(async () => void raw.destroy())
  raw.write(
    `GET ${pathname} HTTP/1.1\r\nHost: here\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: fido.cable\r\n\r\n`,
  )
  await expect.poll(() => heard).toContain('101')
  if (bytes > 0) {
    const head = Buffer.alloc(14)
    head.set([0x82, 0xff])
    head.writeUInt32BE(bytes * 2, 6)
    raw.write(Buffer.concat([head, Buffer.alloc(bytes)]))
  }
  return { raw, heard: () => heard }
}

/** Ask for an upgrade, hear the refusal, and keep our side of the connection open. */
function refusedThere(port: number, path: string): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  running.unshift(async () => void socket.destroy())
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: here\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: fido.cable\r\n\r\n`,
  )
  return new Promise((resolve) => socket.once('data', (data) => resolve(String(data))))
}

describe('bringing two together who met over a code', () => {
  test('says its routing ID, echoes the subprotocol and passes on what both say', async () => {
    const { dial, service } = await open()

    const phone = await dial(`/cable/new/${tunnelId}`)
    const browser = await dial(`/cable/connect/${routingId}/${tunnelId}`)
    browser.sent(1, 2, 3)
    phone.sent(4)

    expect(phone.routing()).toBe(routingId)
    expect([phone.protocol, browser.protocol]).toEqual(['fido.cable', 'fido.cable'])
    expect(await phone.bytes()).toEqual([[1, 2, 3]])
    expect(await browser.bytes()).toEqual([[4]])
    expect(service.tunnels).toBe(1)
  })

  test('takes hexadecimal digits of both cases', async () => {
    const { dial } = await open()
    const phone = await dial(`/cable/new/${tunnelId}`)

    const browser = await dial(`/cable/connect/${routingId.toUpperCase()}/${tunnelId.toUpperCase()}`, {
      headers: { origin: 'wss://cable.example.com' },
    })
    browser.sent(7)

    expect(await phone.bytes()).toEqual([[7]])
  })

  test('keeps what the telephone says before the browser is there', async () => {
    const { dial } = await open()
    const phone = await dial(`/cable/new/${tunnelId}`)
    phone.sent(1)
    phone.sent(2)
    await new Promise((resolve) => setTimeout(resolve, 50))

    const browser = await dial(`/cable/connect/${routingId}/${tunnelId}`)

    expect(await browser.bytes(2)).toEqual([[1], [2]])
  })

  test('sends the other away when one leaves', async () => {
    const { dial, service } = await open()
    const phone = await dial(`/cable/new/${tunnelId}`)
    const browser = await dial(`/cable/connect/${routingId}/${tunnelId}`)

    phone.webSocket.close()

    await browser.closes().toBe(1000)
    await expect.poll(() => service.tunnels).toBe(0)
  })

  test('lets one browser in, and no second', async () => {
    const { dial } = await open()
    await dial(`/cable/new/${tunnelId}`)

    const both = await Promise.all([
      dial(`/cable/connect/${routingId}/${tunnelId}`),
      dial(`/cable/connect/${routingId}/${tunnelId}`),
    ])

    await expect
      .poll(() => both.filter((one) => one.status !== 101 || one.closed() !== undefined))
      .toHaveLength(1)
  })

  test.each([
    ['a tunnel nobody waits in', `/cable/connect/${routingId}/${'0'.repeat(32)}`, 404],
    ['another node', `/cable/connect/ffffff/${tunnelId}`, 404],
    ['a tunnel that is taken', `/cable/new/${tunnelId}`, 409],
    ['a tunnel that is no number', '/cable/new/xyz', 404],
    ['another page', '/security-info', 404],
  ])('refuses %s', async (_, path, status) => {
    const { dial } = await open()
    await dial(`/cable/new/${tunnelId}`)

    expect((await dial(path)).status).toBe(status)
  })

  test('refuses another subprotocol', async () => {
    const { dial } = await open()

    expect((await dial(`/cable/new/${tunnelId}`, { protocol: 'chat' })).status).toBe(404)
  })
})

describe('bearing no more than there is room for', () => {
  test.each<[string, (webSocket: WebSocket) => void, number]>([
    ['text', (webSocket) => webSocket.send('hello'), 1003],
    ['a message that is too large', (webSocket) => webSocket.send(new Uint8Array(1025)), 1009],
    [
      'too many messages',
      (webSocket) => {
        for (let i = 0; i < 12; i++) webSocket.send(new Uint8Array(1))
      },
      1009,
    ],
  ])('ends a tunnel for %s', async (_, misbehave, code) => {
    const { dial } = await open({ limits: { messageBytes: 1024, messages: 10 } })
    const phone = await dial(`/cable/new/${tunnelId}`)
    const browser = await dial(`/cable/connect/${routingId}/${tunnelId}`)

    misbehave(browser.webSocket)

    await browser.closes().toBe(code)
    await phone.closes().toBe(1000)
  })

  test('ends a telephone that talks too much before anybody is there', async () => {
    const { dial } = await open({ limits: { earlyBytes: 100 } })
    const phone = await dial(`/cable/new/${tunnelId}`)

    phone.webSocket.send(new Uint8Array(101))

    await phone.closes().toBe(1009)
  })

  test('keeps a handshake of who waits for another, and little more', async () => {
    const { dial } = await open()
    const [modest, greedy] = [
      await dial(`/cable/new/${tunnelId}`),
      await dial(`/cable/new/${tunnelId.replace('0', 'f')}`),
    ]

    modest.webSocket.send(new Uint8Array(1 << 10))
    greedy.webSocket.send(new Uint8Array(1 << 15))

    await greedy.closes().toBe(1009)
    expect(modest.closed()).toBeUndefined()
  })

  test('ends a tunnel after its time, and one that does not answer', async () => {
    const { dial } = await open({ limits: { tunnelSeconds: 0.1, pingSeconds: 0.1 } })
    const phone = await dial(`/cable/new/${tunnelId}`)

    await phone.closes().toBe(4408)
  })

  test('takes a number of sockets from one address, and more once some are gone', async () => {
    const { dial } = await open({ limits: { socketsPerAddress: 2 } })
    const id = (n: number) => `/cable/new/${String(n).repeat(32)}`
    const [first] = await Promise.all([dial(id(1)), dial(id(2))])

    expect((await dial(id(3))).status).toBe(429)
    first?.webSocket.close()
    await expect.poll(async () => (await dial(id(3))).status).toBe(101)
  })

  test.each([
    ['nothing of ours', '/nowhere', '404 Not Found'],
    ['a tunnel that nobody opened', `/cable/connect/${routingId}/${tunnelId}`, '404 Not Found'],
    ['one tunnel too many', `/cable/new/${tunnelId}`, '429 Too Many Requests'],
  ])('holds no socket of who asks for %s and never leaves', async (_, path, status) => {
    const { port = 0, sockets } = await open({
      limits: { socketsPerAddress: status.startsWith('429') ? 0 : 9 },
    })

    const heard = await refusedThere(port, path)

    expect(heard).toContain(status)
    await expect.poll(sockets).toBe(0)
  })

  test('takes a number of tunnels in all', async () => {
    const { dial } = await open({ limits: { tunnels: 1 } })
    await dial(`/cable/new/${tunnelId}`)

    expect((await dial(`/cable/new/${'1'.repeat(32)}`)).status).toBe(503)
  })
})

describe('keeping bytes of others', () => {
  const id = (n: number) => n.toString(16).repeat(32)

  test('gives back what was kept for one who was late, and what went through', async () => {
    const { dial, service } = await open()
    const phone = await dial(`/cable/new/${tunnelId}`)
    phone.webSocket.send(new Uint8Array(1000))
    await expect.poll(() => service.heldBytes).toBe(1000)

    const browser = await dial(`/cable/connect/${routingId}/${tunnelId}`)
    browser.webSocket.send(new Uint8Array(70_000))
    await Promise.all([browser.bytes(), phone.bytes()])

    await expect.poll(() => service.heldBytes).toBe(0)
  })

  test('gives back what was kept of one who left', async () => {
    const { dial, service } = await open()
    const phone = await dial(`/cable/new/${tunnelId}`)
    phone.webSocket.send(new Uint8Array(1000))
    await expect.poll(() => service.heldBytes).toBe(1000)

    phone.webSocket.terminate()

    await expect.poll(() => service.heldBytes).toBe(0)
  })

  test('sends away who would have us keep too much, by name, and nobody else', async () => {
    const { dial, service } = await open({ limits: { heldBytes: 3000 } })
    const phones = await Promise.all([1, 2, 3].map((n) => dial(`/cable/new/${id(n)}`)))
    for (const { webSocket } of phones.slice(0, 2)) webSocket.send(new Uint8Array(1400))
    await expect.poll(() => service.heldBytes).toBe(2800)

    phones[2]?.webSocket.send(new Uint8Array(1400))

    await phones[2]?.closes().toBe(4503)
    expect(phones.slice(0, 2).map((phone) => phone.closed())).toEqual([undefined, undefined])
    expect(service.heldBytes).toBe(2800)
  })

  test('lets nobody in while nothing more can be kept', async () => {
    const { port, dial, service } = await open({ limits: { heldBytes: 6 } })
    const { raw } = await halfMessage(`ws://127.0.0.1:${port}/cable/new/${id(1)}`, 0)
    // A frame whose head says that more comes.
    raw.write(Buffer.from([0x82, 0xfe, 0x01, 0x00, 0, 0]))
    await expect.poll(() => service.heldBytes).toBe(6)

    expect((await dial(`/cable/new/${id(2)}`)).status).toBe(503)
    raw.destroy()
    await expect.poll(async () => (await dial(`/cable/new/${id(2)}`)).status).toBe(101)
  })

  test('counts a message that never ends, and gives its bytes back', async () => {
    const { port, service } = await open()
    const { raw } = await halfMessage(`ws://127.0.0.1:${port}/cable/new/${tunnelId}`, 50_000)
    await expect.poll(() => service.heldBytes).toBeGreaterThan(50_000)

    raw.destroy()

    await expect.poll(() => service.heldBytes).toBe(0)
  })

  test('leaves room for others than those of one address', async () => {
    const { port, service } = await open({ limits: { heldBytesPerAddress: 60_000 } })
    const url = (n: number) => `ws://127.0.0.1:${port}/cable/new/${id(n)}`
    const first = await halfMessage(url(1), 50_000)
    await expect.poll(() => service.heldBytes).toBeGreaterThan(50_000)

    const second = await halfMessage(url(2), 50_000)

    await expect.poll(() => second.raw.closed, { timeout: 5000 }).toBe(true)
    // A frame that closes, with 4503.
    expect(second.heard()).toContain(Buffer.from([0x88, 2, 0x11, 0x97]).toString('latin1'))
    expect(first.raw.destroyed).toBe(false)
    first.raw.destroy()
    await expect.poll(() => service.heldBytes).toBe(0)
  })
})

describe('bringing two together who know each other', () => {
  const secret = randomBytes(32).toString('base64url')
  const contact = `/cable/contact/${toContactId(secret)}`
  const payload = 'a301480102030405060708025000112233445566778899aabbccddeeff0362676b'
  const call: How = { headers: { 'x-cable-client-payload': payload, 'x-cable-signal-connection': 'true' } }

  async function listen(dial: Awaited<ReturnType<typeof open>>['dial']) {
    const phone = await dial('/cable/listen', inBand)
    phone.said(JSON.stringify({ secret }))
    return phone
  }

  test('tells who listens, and the client when they are joined', async () => {
    const { dial } = await open()
    const phone = await listen(dial)
    const client = await dial(contact, call)

    const told = await phone.json()
    const joined = await dial(`/cable/connect/${told.call.routingId}/${told.call.tunnelId}`)
    joined.sent(5)

    expect(told.call).toMatchObject({ payload, routingId })
    expect(await client.bytes(2)).toEqual([[0], [5]])
  })

  test('does the same without headers, for pages', async () => {
    const { dial } = await open()
    const client = await dial(contact, inBand)
    client.said(JSON.stringify({ payload, signal: true }))
    // The telephone was asleep: it finds the call when it comes.
    const phone = await listen(dial)

    const { call: told } = await phone.json()
    const joined = await dial(`/cable/connect/${told.routingId}/${told.tunnelId}`, inBand)
    joined.sent(5)

    expect(await client.bytes(2)).toEqual(['{"joined":true}', [5]])
  })

  test('tells a page the routing ID as its first text', async () => {
    const { dial } = await open()

    const phone = await dial(`/cable/new/${tunnelId}`, inBand)

    expect(await phone.json()).toEqual({ routingId })
    expect(phone.protocol).toBe('latchkey.tunnel')
  })

  test('gives calls to nobody who does not know the secret', async () => {
    const { dial } = await open()
    const thief = await dial('/cable/listen', inBand)
    thief.said(JSON.stringify({ secret: toContactId(secret).padEnd(43, 'A') }))
    const phone = await listen(dial)

    await dial(contact, call)

    expect((await phone.json()).call.payload).toBe(payload)
    expect(thief.heard).toEqual([])
  })

  test('answers 410 for a contact that is forgotten', async () => {
    const { dial } = await open({ isForgotten: async () => true })

    expect((await dial(contact, call)).status).toBe(410)
    await (await dial(contact, inBand)).closes().toBe(4410)
  })

  test('says gone for a link the telephone has forgotten', async () => {
    const { dial } = await open()
    const phone = await listen(dial)
    const client = await dial(contact, call)

    phone.said(JSON.stringify({ gone: (await phone.json()).call.tunnelId }))

    await client.closes().toBe(4410)
  })

  test('lets no more clients wait for one telephone than there is room for', async () => {
    const { dial } = await open({ limits: { callsPerContact: 1 } })
    await dial(contact, call)

    await (await dial(contact, call)).closes().toBe(4429)
  })

  test('says which telephone missed a call', async () => {
    const missed: string[] = []
    const { dial } = await open({ onMissedCall: (contactId) => missed.push(contactId) })

    await dial(contact, call)

    await expect.poll(() => missed).toEqual([toContactId(secret)])
  })

  test.each([
    ['no payload', {}],
    ['a payload that is not hexadecimal', { headers: { 'x-cable-client-payload': 'xyz' } }],
  ])('refuses %s', async (_, how) => {
    const { dial } = await open()

    expect((await dial(contact, how)).status).toBe(404)
  })

  test.each(['', '{}', '[]', '{"payload":"xyz"}', 'nonsense'])('refuses the text %j', async (text) => {
    const { dial } = await open()
    const client = await dial(contact, inBand)

    client.said(text)

    await client.closes().toBe(4400)
  })
})
