import {
  type CborKey,
  type CborValue,
  encodeCbor,
  fromHex,
  isCanonicalCbor,
  readCbor,
  toHex,
} from '@latchkey/encoding'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import {
  exampleAaguid,
  honestAuthenticator,
  makeAttestationAuthority,
} from './honest-authenticator.fixture.ts'
import { type CtapRefusalCode, ctapStatus } from './index.ts'
import {
  assertion,
  creation,
  get,
  make,
  mapOf,
  numbered,
  protocols,
  rpId,
  send,
  setPin,
} from './platform.fixture.ts'

vi.setConfig({ testTimeout: 60_000 })

describe('describing itself', () => {
  test('tells what it is and can do', async () => {
    const { authenticator } = honestAuthenticator()

    const { map } = await send(authenticator, 0x04)

    expect(map.get(0x01)).toEqual(['FIDO_2_0', 'FIDO_2_1'])
    expect(map.get(0x02)).toEqual(['credProtect', 'hmac-secret', 'largeBlobKey', 'prf'])
    expect(map.get(0x03)).toEqual(exampleAaguid)
    expect(Object.fromEntries(mapOf(map, 0x04))).toEqual({
      plat: false,
      rk: true,
      up: true,
      uv: true,
      clientPin: false,
      credMgmt: true,
      largeBlobs: true,
      pinUvAuthToken: true,
      makeCredUvNotRqd: true,
    })
    expect(map.get(0x06)).toEqual([2, 1])
    expect(map.get(0x09)).toEqual(['hybrid', 'internal'])
    expect(map.get(0x14)).toBe(100)
    expect(map.get(0x16)).toEqual(['none'])
  })

  test('follows its model', async () => {
    const identity = await (await makeAttestationAuthority()).issue({})
    const { authenticator } = honestAuthenticator({
      attachment: 'platform',
      transports: ['usb'],
      userVerification: 'by_pin_only',
      attestation: 'self',
      enterpriseAttestation: { rpIds: [rpId], identity },
      algorithms: [-8],
    })
    await make(authenticator)

    const { map } = await send(authenticator, 0x04)

    expect(mapOf(map, 0x04).get('plat')).toBe(true)
    expect(mapOf(map, 0x04).has('uv')).toBe(false)
    expect(mapOf(map, 0x04).get('ep')).toBe(true)
    expect(map.get(0x02)).not.toContain('prf')
    expect(map.get(0x16)).toEqual(['packed', 'none'])
    expect(map.get(0x0a)).toHaveLength(1)
  })
})

describe('selecting an authenticator', () => {
  test.each([
    [undefined, 'ok'],
    [{ outcome: 'denied' }, 'operation_denied'],
    [{ outcome: 'timed_out' }, 'user_action_timeout'],
  ] as const)('when the person does %o gives %s', async (answer, status) => {
    const { authenticator, person } = honestAuthenticator()
    person.next = answer

    expect((await send(authenticator, 0x0b)).status).toBe(status)
    expect(person.asked).toMatchObject([{ purpose: 'select' }])
  })
})

describe('resetting', () => {
  test('forgets all, with consent, soon after power-up', async () => {
    const { authenticator, shelf, clock, person } = honestAuthenticator()
    await make(authenticator)
    for (const protocol of protocols.slice(0, 1)) await setPin(authenticator, protocol, '1234')
    clock.pass(10)

    expect((await send(authenticator, 0x07)).status).toBe('ok')
    expect(person.asked.at(-1)).toMatchObject({ purpose: 'reset' })
    expect(await shelf.countCredentials()).toBe(0)
    expect((await shelf.getVerificationState()).pin).toBeUndefined()
  })

  test('is refused later, and without consent', async () => {
    const { authenticator, shelf, clock, person } = honestAuthenticator()
    await make(authenticator)
    person.next = { outcome: 'denied' }
    expect((await send(authenticator, 0x07)).status).toBe('operation_denied')
    person.next = undefined
    clock.pass(10.001)

    expect((await send(authenticator, 0x07)).status).toBe('not_allowed')
    expect(await shelf.countCredentials()).toBe(1)
  })
})

describe('a message', () => {
  const refusals: [string, string, CtapRefusalCode][] = [
    ['of no bytes', '', 'invalid_length'],
    ['with the command 0x03', '03', 'invalid_command'],
    ['with the command of biometric enrolment', '09a0', 'invalid_command'],
    ['with the command of configuration', '0d', 'invalid_command'],
    ['with a vendor’s command', 'ff', 'invalid_command'],
    ['with parameters where none belong', '04a0', 'invalid_length'],
    ['without parameters where some belong', '01', 'missing_parameter'],
    ['with parameters that are a list', '0180', 'cbor_unexpected_type'],
    ['with bytes after the parameters', '02a000', 'invalid_cbor'],
    ['with parameters that end early', '02a1', 'invalid_cbor'],
    ['with a map of indefinite length', '02bfff', 'invalid_cbor'],
    ['with an integer too long', '02a1180161', 'invalid_cbor'],
    ['with the same key twice', '02a2016161016161', 'invalid_cbor'],
    ['with keys out of order', '02a2024100016161', 'invalid_cbor'],
    ['with a tag', '02a101c06161', 'invalid_cbor'],
    ['with text that is not UTF-8', '02a10161ff', 'invalid_cbor'],
    ['with a map as key', '02a1a000', 'invalid_cbor'],
    ['six maps deep', '02a101a101a101a101a101a0', 'invalid_cbor'],
    ['with undefined', '02a101f7', 'invalid_cbor'],
  ]

  test.each(refusals)('%s is refused', async (_, request, status) => {
    const { authenticator } = honestAuthenticator()
    const answer = await authenticator.answer(fromHex(request))

    expect(toHex(answer)).toBe(toHex(Uint8Array.of(ctapStatus[status])))
  })

  test('longer than 64 KiB is refused', async () => {
    const { authenticator } = honestAuthenticator()
    const answer = await authenticator.answer(new Uint8Array(65_537).fill(1))

    expect(answer).toEqual(Uint8Array.of(0x39))
  })

  test('taken back before it is begun is not begun', async () => {
    const { authenticator, person } = honestAuthenticator()

    expect((await send(authenticator, 0x0b, undefined, AbortSignal.abort())).status).toBe('keepalive_cancel')
    expect(person.asked).toEqual([])
  })

  test('is answered after those that came before', async () => {
    const { authenticator } = honestAuthenticator()
    const answers = await Promise.all([make(authenticator), get(authenticator), get(authenticator)])

    expect(answers.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok'])
  })

  test('is answered in canonical CBOR', async () => {
    const { authenticator } = honestAuthenticator({ attestation: 'self' })
    const requests = [
      Uint8Array.of(0x04),
      Uint8Array.of(0x01, ...encodeCbor(creation())),
      Uint8Array.of(0x02, ...encodeCbor(assertion())),
      Uint8Array.of(0x06, ...encodeCbor(numbered({ 1: 2, 2: 2 }))),
    ]
    for (const request of requests) {
      const answer = await authenticator.answer(request)
      expect(answer[0]).toBe(0)
      expect(isCanonicalCbor(answer.subarray(1), readCbor(answer.subarray(1)))).toBe(true)
    }
  })
})

describe('whatever comes', () => {
  const known = new Set<number>(Object.values(ctapStatus))
  const commands = [1, 2, 6, 8, 10, 11, 12]

  async function isAnswered(request: Uint8Array): Promise<boolean> {
    const { authenticator } = honestAuthenticator()
    const started = performance.now()
    const [status = -1] = await authenticator.answer(request)
    return known.has(status) && performance.now() - started < 2_000
  }

  test('any bytes get a status, soon', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400, size: 'max' }), async (bytes) => {
        expect(await isAnswered(bytes)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('any bytes after a command get a status, soon', async () => {
    const bytes = fc.uint8Array({ maxLength: 200, size: 'max' })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...commands), bytes, async (command, parameters) => {
        expect(await isAnswered(Uint8Array.of(command, ...parameters))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  const leaf: fc.Arbitrary<CborValue> = fc.oneof(
    fc.integer({ min: -300, max: 300 }),
    fc.string({ maxLength: 8 }),
    fc.boolean(),
    fc.constantFrom(16, 32, 64).map((length) => new Uint8Array(length)),
  )
  const mapKey: fc.Arbitrary<CborKey> = fc.oneof(
    fc.integer({ min: -4, max: 12 }),
    fc.constantFrom('id', 'alg', 'type', 'rk', 'uv', 'up', 'prf', 'eval', 'first', 'credProtect'),
  )
  const nest = (inner: fc.Arbitrary<CborValue>): fc.Arbitrary<CborValue> =>
    fc.oneof(
      inner,
      fc.array(inner, { maxLength: 3 }),
      fc.array(fc.tuple(mapKey, inner), { maxLength: 5 }).map((entries) => new Map(entries)),
    )
  const value = nest(nest(leaf))

  test('an honest request with any one parameter is answered with a status', async () => {
    const key = fc.integer({ min: 1, max: 12 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(1, 2, 6, 10, 12), key, value, async (command, parameter, any) => {
        const honest =
          command === 1 ? creation() : command === 2 ? assertion() : numbered({ 1: 2, 2: 3, 3: numbered({}) })
        const parameters = new Map(honest).set(parameter, any)
        expect(await isAnswered(Uint8Array.of(command, ...encodeCbor(parameters)))).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  test('an honest request with any one byte changed is answered with a status', async () => {
    const request = Uint8Array.of(1, ...encodeCbor(creation()))
    await fc.assert(
      fc.asyncProperty(fc.nat(request.length - 1), fc.integer({ min: 0, max: 255 }), async (at, byte) => {
        const changed = request.slice()
        changed[at] = byte
        expect(await isAnswered(changed)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
