import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer as createWebServer, type Server as WebServer } from 'node:http'
import { createServer, type Server } from 'node:net'
import { newId, type RunningLogStream, type SignInRecord } from '@latchkey/identity'
import { addLogStream, changeLogStream, rotateLogStreamSecret } from '@latchkey/identity/administer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeTenant } from '../security-info/test-people.ts'
import { openTestWorld, type TestWorld } from '../test-world.ts'
import { sendLogs } from './send-logs.ts'

let world: TestWorld
let tenantId: string

const operator = { actor: { kind: 'operator' } } as const

/** Somebody who takes webhooks, can be switched off, and answers what it is told to. */
async function openReceiver() {
  const got: { readonly headers: Readonly<Record<string, unknown>>; readonly body: string }[] = []
  const receiver = { got, status: 200, port: 0, server: undefined as WebServer | undefined }
  const listen = async () => {
    const server = createWebServer(async (request, answer) => {
      let body = ''
      for await (const piece of request) body += piece
      if (receiver.status < 300) got.push({ headers: request.headers, body })
      answer.writeHead(receiver.status, { location: 'http://localhost:1/elsewhere' }).end('sorry\n')
    }).listen(receiver.port, 'localhost')
    await once(server, 'listening')
    const address = server.address()
    receiver.port = typeof address === 'object' ? (address?.port ?? 0) : 0
    receiver.server = server
  }
  await listen()
  return {
    ...receiver,
    got,
    url: `http://localhost:${receiver.port}/in`,
    answer: (status: number) => {
      receiver.status = status
    },
    up: listen,
    async down() {
      receiver.server?.close()
      receiver.server?.closeAllConnections()
      await (receiver.server?.listening ? once(receiver.server, 'close') : undefined)
    },
  }
}

beforeEach(async () => {
  world = await openTestWorld({ LATCHKEY_PRIVATE_DESTINATIONS: '127.0.0.0/8,::1' })
  tenantId = (await makeTenant(world, 'birch.example')).tenantId
})
afterEach(() => world.close())

const later = (seconds: number) => {
  world.clock.at = new Date(world.clock.at.getTime() + seconds * 1000)
}

async function logSignIn(change: Partial<SignInRecord> = {}): Promise<string> {
  const record: SignInRecord = {
    tenantId,
    signInId: newId(world.deps),
    at: world.clock.at,
    correlationId: newId(world.deps),
    outcome: 'success',
    code: '',
    ipAddress: '192.0.2.7',
    userAgent: 'Firefox',
    ...change,
  }
  await world.deps.stores.signIns.append(record)
  later(1)
  return record.signInId
}

const aStream = (address: string) =>
  addLogStream(world.deps, {
    ...operator,
    tenantId,
    displayName: 'Archive',
    address,
    logs: ['signIns'],
    enabled: true,
  })

const idsIn = (bodies: readonly { readonly body: string }[]): readonly string[] =>
  bodies.flatMap(({ body }) => JSON.parse(body).records.map(({ id }: { id: string }) => id))

const stateOf = async ({ streamId }: RunningLogStream) =>
  (await world.deps.stores.logStreams.find(tenantId, streamId))?.state

describe('sending logs to a webhook', () => {
  let receiver: Awaited<ReturnType<typeof openReceiver>>
  beforeEach(async () => {
    receiver = await openReceiver()
  })
  afterEach(() => receiver.down())

  test('delivers what happened since, once, oldest first, signed', async () => {
    await logSignIn()
    later(10)
    const { secret = '' } = await aStream(receiver.url)
    const ids = [await logSignIn(), await logSignIn({ outcome: 'failure', code: 'sign_in_failed' })]
    later(10)

    await sendLogs(world.deps, 'one')
    await sendLogs(world.deps, 'one')

    expect(idsIn(receiver.got)).toEqual(ids)
    const [{ headers, body } = { headers: {}, body: '' }] = receiver.got
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
    const signature = createHmac('sha256', key).update(signed).digest('base64')
    expect(key).toHaveLength(32)
    expect(headers['webhook-signature']).toBe(`v1,${signature}`)
    expect(Number(headers['webhook-timestamp']) * 1000).toBe(
      Math.floor(world.clock.at.getTime() / 1000) * 1000,
    )
    expect(JSON.parse(body)).toMatchObject({ type: 'latchkey.signIns', tenantId })
  })

  test('keeps what a receiver that is down did not get, and goes on when it is back', async () => {
    const { stream } = await aStream(receiver.url)
    const ids = [await logSignIn()]
    later(10)
    await sendLogs(world.deps, 'one')
    await receiver.down()
    for (let at = 0; at < 450; at++) ids.push(await logSignIn())
    later(10)

    await sendLogs(world.deps, 'one')
    const failed = await stateOf(stream)
    expect(failed).toMatchObject({ attempts: 1, failure: { error: expect.stringContaining('ECONNREFUSED') } })
    await receiver.up()
    await sendLogs(world.deps, 'one')
    expect(receiver.got).toHaveLength(1)
    later(5)
    await sendLogs(world.deps, 'one')

    expect(idsIn(receiver.got)).toEqual(ids)
    expect(await stateOf(stream)).toMatchObject({ attempts: 0, deliveredAt: world.clock.at })
    expect(await stateOf(stream)).not.toHaveProperty('failure')
  })

  test('waits longer each time, and never gives up', async () => {
    const { stream } = await aStream(receiver.url)
    await logSignIn()
    receiver.answer(503)
    const waits: number[] = []
    for (let attempt = 0; attempt < 10; attempt++) {
      later(3600)
      await sendLogs(world.deps, 'one')
      waits.push(((await stateOf(stream))?.notBefore.getTime() ?? 0) - world.clock.at.getTime())
    }

    expect(waits.map((wait) => wait / 1000)).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 900, 900])
    expect((await stateOf(stream))?.failure?.error).toBe('the receiver answered 503: sorry')
  })

  test('delivers under the same id what the receiver had, if we die before we keep that', async () => {
    const { stream } = await aStream(receiver.url)
    await logSignIn()
    later(10)
    await sendLogs(world.deps, 'one')
    const before = { signInsUntil: stream.state.signInsUntil, at: world.clock.at }
    await world.deps.stores.logStreams.putDelivered(tenantId, stream.streamId, before)

    await sendLogs(world.deps, 'one')

    const sent = receiver.got.map(({ headers }) => headers['webhook-id'])
    expect(sent).toHaveLength(2)
    expect(sent[0]).toBe(sent[1])
  })

  test('is done by one node at a time', async () => {
    const { stream } = await aStream(receiver.url)
    await logSignIn()
    later(10)
    const until = new Date(world.clock.at.getTime() + 60_000)
    await world.deps.stores.leases.take(`log stream ${stream.streamId}`, 'other', world.clock.at, until)

    await sendLogs(world.deps, 'one')
    expect(receiver.got).toEqual([])

    later(61)
    await sendLogs(world.deps, 'one')
    expect(receiver.got).toHaveLength(1)
  })

  test('does not send what may still get a neighbour before it', async () => {
    await aStream(receiver.url)
    const early = newId(world.deps)
    const id = await logSignIn()
    await sendLogs(world.deps, 'one')
    expect(receiver.got).toEqual([])

    await logSignIn({ signInId: early })
    later(10)
    await sendLogs(world.deps, 'one')

    expect(idsIn(receiver.got)).toEqual([early, id].toSorted())
  })

  test.each([302, 307, 404, 500])('is not content with %i, and follows nothing', async (status) => {
    const { stream } = await aStream(receiver.url)
    await logSignIn()
    later(10)
    receiver.answer(status)

    await sendLogs(world.deps, 'one')

    expect((await stateOf(stream))?.failure?.error).toBe(`the receiver answered ${status}: sorry`)
  })

  test('signs with the former secret too, for a day', async () => {
    const { stream, secret: first } = await aStream(receiver.url)
    const { secret: second } = await rotateLogStreamSecret(world.deps, { ...operator, ...stream })
    await logSignIn()
    later(10)
    await sendLogs(world.deps, 'one')
    later(86_400)
    await logSignIn()
    later(10)
    await sendLogs(world.deps, 'one')

    expect(first).not.toBe(second)
    const signatures = receiver.got.map(({ headers }) => String(headers['webhook-signature']).split(' '))
    expect(signatures.map((each) => each.length)).toEqual([2, 1])
  })

  test('delivers nothing while it is switched off, and all of it afterwards', async () => {
    const { stream } = await aStream(receiver.url)
    await changeLogStream(world.deps, { ...operator, ...stream, enabled: false })
    const id = await logSignIn()
    later(10)
    await sendLogs(world.deps, 'one')
    expect(receiver.got).toEqual([])

    await changeLogStream(world.deps, { ...operator, ...stream, enabled: true })
    await sendLogs(world.deps, 'one')

    expect(idsIn(receiver.got)).toEqual([id])
  })
})

describe('sending logs into a private network', () => {
  test('is refused at the connection unless the operator allows it', async () => {
    const receiver = await openReceiver()
    await world.close()
    world = await openTestWorld()
    tenantId = (await makeTenant(world, 'birch.example')).tenantId
    const { stream } = await aStream(receiver.url)
    await logSignIn()
    later(10)

    await sendLogs(world.deps, 'one')

    expect((await stateOf(stream))?.failure?.error).toContain('LATCHKEY_PRIVATE_DESTINATIONS')
    expect(receiver.got).toEqual([])
    await receiver.down()
  })
})

describe('sending logs as syslog', () => {
  let server: Server
  let received: string
  let hangUp: boolean
  let address: string
  beforeEach(async () => {
    received = ''
    hangUp = false
    server = createServer((socket) => {
      socket.on('error', () => {})
      socket.on('data', (piece) => {
        if (hangUp) socket.resetAndDestroy()
        else received += piece.toString('latin1')
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const bound = server.address()
    address = `syslog+tcp://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}`
  })
  afterEach(() => void server.close())

  test('frames each message by its octets', async () => {
    const { secret } = await aStream(address)
    const good = await logSignIn({ userName: 'zoë@birch.example\n<1>evil' })
    const bad = await logSignIn({ outcome: 'failure', code: 'sign_in_failed' })
    later(10)

    await sendLogs(world.deps, 'one')

    const messages = readFrames(received)
    expect(secret).toBeUndefined()
    expect(messages.map((message) => message.slice(0, message.indexOf('{')))).toEqual([
      expect.stringMatching(/^<86>1 2026-\S+Z localhost latchkey - SIGNIN - $/),
      expect.stringMatching(/^<84>1 2026-\S+Z localhost latchkey - SIGNIN - $/),
    ])
    const entries = messages.map((message) => JSON.parse(message.slice(message.indexOf('{'))))
    expect(entries.map(({ id }) => id)).toEqual([good, bad])
    expect(entries[0].userPrincipalName).toBe('zoë@birch.example\n<1>evil')
    expect(received).not.toMatch(/[^\x20-\x7e]/)
  })

  test('delivers again what a receiver did not read to its end', async () => {
    const { stream } = await aStream(address)
    const id = await logSignIn()
    later(10)
    hangUp = true
    await sendLogs(world.deps, 'one')
    expect((await stateOf(stream))?.attempts).toBe(1)
    hangUp = false
    later(10)

    await sendLogs(world.deps, 'one')

    expect(readFrames(received).join()).toContain(id)
    expect((await stateOf(stream))?.attempts).toBe(0)
  })
})

function readFrames(text: string): readonly string[] {
  const frames: string[] = []
  let rest = text
  while (rest !== '') {
    const [, length = '', after = ''] = /^(\d+) (.*)$/s.exec(rest) ?? []
    frames.push(after.slice(0, Number(length)))
    rest = after.slice(Number(length))
    if (length === '') throw new Error(`no frame: ${text}`)
  }
  return frames
}
