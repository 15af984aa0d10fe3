import { concatBytes, encodeCbor } from '@latchkey/encoding'
import { describe, expect, test } from 'vitest'
import { honestAuthenticator } from './honest-authenticator.fixture.ts'
import { type Authenticator, type CtapRefusalCode, memoryShelf } from './index.ts'
import {
  descriptor,
  get,
  type Members,
  make,
  mapOf,
  named,
  numbered,
  type PlatformProtocol,
  protocols,
  requestToken,
  rpId,
  send,
  sha256,
  user,
} from './platform.fixture.ts'

const CM = 0x04
const handle = (byte: number) => named({ id: Uint8Array.of(byte), name: `user ${byte}` })

/** Send a subcommand, proven by a fresh token. */
async function manage(
  authenticator: Authenticator,
  subcommand: number,
  {
    parameters,
    forRp,
    permissions = CM,
    change = {},
    protocol = protocols[1],
  }: {
    readonly parameters?: Members
    readonly forRp?: string
    readonly permissions?: number
    readonly change?: Members
    readonly protocol?: PlatformProtocol | undefined
  } = {},
) {
  if (protocol === undefined) throw new Error('no protocol')
  const { token } = await requestToken(authenticator, protocol, {
    permissions,
    ...(forRp !== undefined && { rpId: forRp }),
  })
  const map = parameters && numbered(parameters)
  const message = concatBytes(Uint8Array.of(subcommand), map ? encodeCbor(map) : new Uint8Array())
  const honest = { 1: subcommand, 2: map, 3: protocol.number, 4: protocol.authenticate(token, message) }
  return send(authenticator, 0x0a, numbered({ ...honest, ...change }))
}

const next = (authenticator: Authenticator, subcommand: number) =>
  send(authenticator, 0x0a, numbered({ 1: subcommand }))

describe.each(protocols)('managing credentials by protocol $number', (protocol) => {
  test('counts those that can be found', async () => {
    const { authenticator } = honestAuthenticator({}, { shelf: memoryShelf({ capacity: 5 }) })
    await make(authenticator)
    await make(authenticator, { 7: named({}) })

    const { map } = await manage(authenticator, 0x01, { protocol })

    expect(Object.fromEntries(map)).toEqual({ 1: 1, 2: 3 })
  })

  test('lists relying parties one by one', async () => {
    const { authenticator } = honestAuthenticator()
    await make(authenticator)
    await make(authenticator, { 3: handle(1) })
    await make(authenticator, { 2: named({ id: 'other.example' }) })

    const first = await manage(authenticator, 0x02, { protocol })
    const second = await next(authenticator, 0x03)

    expect(first.map.get(5)).toBe(2)
    expect(mapOf(first.map, 3)).toEqual(named({ id: 'other.example' }))
    expect(first.map.get(4)).toEqual(sha256('other.example'))
    expect(mapOf(second.map, 3)).toEqual(named({ id: rpId, name: 'Example' }))
    expect(second.map.has(5)).toBe(false)
    expect((await next(authenticator, 0x03)).status).toBe('not_allowed')
  })

  test('lists the credentials of one', async () => {
    const { authenticator } = honestAuthenticator()
    const older = await make(authenticator, { 6: named({ credProtect: 2, largeBlobKey: true }) })
    const newer = await make(authenticator, { 3: handle(1) })
    const parameters = { 1: sha256(rpId) }

    const first = await manage(authenticator, 0x04, { parameters, protocol })
    const second = await next(authenticator, 0x05)

    expect(first.map.get(9)).toBe(2)
    expect(mapOf(first.map, 6)).toEqual(handle(1))
    expect(mapOf(first.map, 7)).toEqual(descriptor(newer.id))
    expect(mapOf(second.map, 6)).toEqual(user)
    expect(encodeCbor(mapOf(second.map, 8))).toEqual(older.cose)
    expect(second.map.get(0x0a)).toBe(2)
    expect(second.map.get(0x0b)).toEqual(older.map.get(5))
    expect((await next(authenticator, 0x05)).status).toBe('not_allowed')
  })

  test('deletes one', async () => {
    const { authenticator } = honestAuthenticator()
    const { id } = await make(authenticator)
    const parameters = { 2: descriptor(id) }

    expect((await manage(authenticator, 0x06, { parameters, protocol })).status).toBe('ok')
    expect((await get(authenticator)).status).toBe('no_credentials')
    expect((await manage(authenticator, 0x06, { parameters, protocol })).status).toBe('no_credentials')
  })

  test('renames its user', async () => {
    const { authenticator } = honestAuthenticator()
    const { id } = await make(authenticator, { 3: handle(1) })
    const renamed = named({ id: Uint8Array.of(1), displayName: 'Ada King' })

    const { status } = await manage(authenticator, 0x07, {
      parameters: { 2: descriptor(id), 3: renamed },
      protocol,
    })

    expect(status).toBe('ok')
    expect(mapOf((await get(authenticator)).map, 4)).toEqual(renamed)
  })
})

describe('managing credentials', () => {
  test('may be allowed for one relying party', async () => {
    const { authenticator } = honestAuthenticator()
    const { id } = await make(authenticator)
    const { id: other } = await make(authenticator, { 2: named({ id: 'other.example' }) })
    const of = (subcommand: number, parameters?: Members) =>
      manage(authenticator, subcommand, { forRp: rpId, ...(parameters && { parameters }) })

    expect((await of(0x01)).status).toBe('pin_auth_invalid')
    expect((await of(0x02)).status).toBe('pin_auth_invalid')
    expect((await of(0x04, { 1: sha256('other.example') })).status).toBe('pin_auth_invalid')
    expect((await of(0x06, { 2: descriptor(other) })).status).toBe('pin_auth_invalid')
    expect((await of(0x07, { 2: descriptor(other), 3: user })).status).toBe('pin_auth_invalid')
    expect((await of(0x04, { 1: sha256(rpId) })).status).toBe('ok')
    expect((await of(0x07, { 2: descriptor(id), 3: user })).status).toBe('ok')
    expect((await of(0x06, { 2: descriptor(id) })).status).toBe('ok')
  })

  test.each([
    ['another enumeration is continued', 0x03],
    ['something else is managed', 0x08],
  ])('ends an enumeration when %s', async (_, subcommand) => {
    const { authenticator } = honestAuthenticator()
    await make(authenticator)
    await make(authenticator, { 3: handle(1) })
    await manage(authenticator, 0x04, { parameters: { 1: sha256(rpId) } })

    expect((await next(authenticator, subcommand)).status).not.toBe('ok')
    expect((await next(authenticator, 0x05)).status).toBe('not_allowed')
  })

  test('takes one token for ten minutes from when it was made, if it is used at once', async () => {
    const { authenticator, clock } = honestAuthenticator()
    const [protocol] = protocols
    if (protocol === undefined) throw new Error('no protocol')
    const { token } = await requestToken(authenticator, protocol, { permissions: CM })
    const getMetadata = () =>
      send(
        authenticator,
        0x0a,
        numbered({ 1: 0x01, 3: 1, 4: protocol.authenticate(token, Uint8Array.of(0x01)) }),
      )

    const statuses: string[] = []
    for (const seconds of [30, 570, 1, -602]) {
      clock.pass(seconds)
      statuses.push((await getMetadata()).status)
    }

    expect(statuses).toEqual(['ok', 'ok', 'pin_auth_invalid', 'pin_auth_invalid'])
  })

  test('ends an enumeration after 30 seconds', async () => {
    const { authenticator, clock } = honestAuthenticator()
    await make(authenticator)
    await make(authenticator, { 3: handle(1) })
    await manage(authenticator, 0x04, { parameters: { 1: sha256(rpId) } })
    clock.pass(31)

    expect((await next(authenticator, 0x05)).status).toBe('not_allowed')
  })

  const refusals: [string, number, Parameters<typeof manage>[2], CtapRefusalCode][] = [
    ['no subcommand', 0x01, { change: { 1: undefined } }, 'missing_parameter'],
    ['an unknown subcommand', 0x08, {}, 'invalid_subcommand'],
    ['no proof', 0x01, { change: { 4: undefined } }, 'puat_required'],
    ['no protocol', 0x01, { change: { 3: undefined } }, 'missing_parameter'],
    ['an unknown protocol', 0x01, { change: { 3: 3 } }, 'invalid_parameter'],
    ['the proof of another subcommand', 0x01, { change: { 1: 0x02 } }, 'pin_auth_invalid'],
    ['the proof of nothing', 0x01, { change: { 4: new Uint8Array(32) } }, 'pin_auth_invalid'],
    ['a token for something else', 0x01, { permissions: 0x10 }, 'pin_auth_invalid'],
    ['parameters nobody signed', 0x06, { change: { 2: numbered({ 2: user }) } }, 'pin_auth_invalid'],
    ['no RP ID hash', 0x04, {}, 'missing_parameter'],
    ['an RP ID hash of nobody', 0x04, { parameters: { 1: new Uint8Array(32) } }, 'no_credentials'],
    ['no credential', 0x06, {}, 'missing_parameter'],
    [
      'a credential of a type yet unknown',
      0x06,
      { parameters: { 2: descriptor(new Uint8Array(1), 'x') } },
      'no_credentials',
    ],
    ['no user', 0x07, { parameters: { 2: descriptor(new Uint8Array(32)) } }, 'missing_parameter'],
    ['nothing to find', 0x02, {}, 'no_credentials'],
  ]

  test.each(refusals)('is refused with %s', async (_, subcommand, request, status) => {
    const { authenticator } = honestAuthenticator()

    expect((await manage(authenticator, subcommand, request)).status).toBe(status)
  })

  test('does not give a credential to another user', async () => {
    const { authenticator } = honestAuthenticator()
    const { id } = await make(authenticator)

    const { status } = await manage(authenticator, 0x07, { parameters: { 2: descriptor(id), 3: handle(9) } })
    expect(status).toBe('invalid_parameter')
  })

  test('does not touch what cannot be found', async () => {
    const { authenticator, shelf } = honestAuthenticator()
    const { id } = await make(authenticator, { 7: named({}) })

    expect((await manage(authenticator, 0x06, { parameters: { 2: descriptor(id) } })).status).toBe(
      'no_credentials',
    )
    expect(await shelf.countCredentials()).toBe(1)
  })
})
