import { describe, expect, test } from 'vitest'
import { honestAuthenticator } from './honest-authenticator.fixture.ts'
import type { Authenticator } from './index.ts'
import {
  agree,
  changePin,
  clientDataHash,
  get,
  type Members,
  make,
  mapOf,
  named,
  numbered,
  type PlatformProtocol,
  pinHash,
  protocols,
  readFacts,
  requestToken,
  rpId,
  send,
  setPin,
} from './platform.fixture.ts'

const MC = 0x01
const GA = 0x02
const CM = 0x04

const pinOnly = () => honestAuthenticator({ userVerification: 'by_pin_only' })
const proveWith = (protocol: PlatformProtocol, token: Uint8Array, message = clientDataHash) =>
  protocol.authenticate(token, message)

async function getRetries(authenticator: Authenticator) {
  const { map } = await send(authenticator, 0x06, numbered({ 2: 0x01 }))
  return { left: map.get(3), powerCycle: map.get(4) }
}

describe.each(protocols)('PINs by protocol $number', (protocol) => {
  const { number } = protocol

  test('are set, asked for, and changed', async () => {
    const { authenticator } = pinOnly()

    expect((await setPin(authenticator, protocol, '1234')).status).toBe('ok')
    expect((await requestToken(authenticator, protocol, { pin: '1234' })).token).toHaveLength(32)
    expect((await changePin(authenticator, protocol, ['1234', 'ключ🔑'])).status).toBe('ok')
    expect((await requestToken(authenticator, protocol, { pin: '1234' })).status).toBe('pin_invalid')
    expect((await requestToken(authenticator, protocol, { pin: 'ключ🔑' })).status).toBe('ok')
  })

  test('are told of in the authenticator’s description', async () => {
    const { authenticator } = pinOnly()
    const isSet = async () => mapOf((await send(authenticator, 0x04)).map, 4).get('clientPin')

    expect(await isSet()).toBe(false)
    await setPin(authenticator, protocol, '1234')
    expect(await isSet()).toBe(true)
  })

  test('are kept so that they are slow to guess', async () => {
    const { authenticator, shelf } = pinOnly()
    await setPin(authenticator, protocol, '1234')

    const { pin } = await shelf.getVerificationState()
    expect(pin?.salt).toHaveLength(16)
    expect(pin?.verifier).not.toEqual(pinHash('1234'))
    expect(pin?.verifier).toHaveLength(32)
  })

  const refusedNew: [string, string | Uint8Array, Members, string][] = [
    ['three characters', '123', {}, 'pin_policy_violation'],
    ['three characters of four bytes each', '🔑🔑🔑', {}, 'pin_policy_violation'],
    ['64 bytes', '1'.repeat(64), {}, 'pin_policy_violation'],
    [
      'bytes that are no text',
      Uint8Array.from({ length: 64 }, (_, i) => (i < 8 ? 0xff : 0)),
      {},
      'pin_policy_violation',
    ],
    ['48 bytes of padding', new Uint8Array(48).fill(0x31), {}, 'invalid_parameter'],
    ['nothing signed', '1234', { 4: new Uint8Array(number === 1 ? 16 : 32) }, 'pin_auth_invalid'],
    ['half a signature', '1234', { 4: new Uint8Array(8) }, 'pin_auth_invalid'],
    ['another PIN than was signed', '1234', { 5: new Uint8Array(80) }, 'pin_auth_invalid'],
    ['no protocol', '1234', { 1: undefined }, 'missing_parameter'],
    ['protocol 3', '1234', { 1: 3 }, 'invalid_parameter'],
    ['no key', '1234', { 3: undefined }, 'missing_parameter'],
    ['a key that is bytes', '1234', { 3: new Uint8Array(65) }, 'cbor_unexpected_type'],
    ['no signature', '1234', { 4: undefined }, 'missing_parameter'],
    ['no PIN', '1234', { 5: undefined }, 'missing_parameter'],
  ]

  test.each(refusedNew)('are refused with %s', async (_, pin, change, status) => {
    const { authenticator, shelf } = pinOnly()

    expect((await setPin(authenticator, protocol, pin, change)).status).toBe(status)
    expect((await shelf.getVerificationState()).pin).toBeUndefined()
  })

  const point = { 1: 2, 3: -25, [-1]: 1, [-2]: new Uint8Array(32).fill(1), [-3]: new Uint8Array(32).fill(1) }
  test.each([
    ['off the curve', point, 'invalid_parameter'],
    ['of another algorithm', { ...point, 3: -7 }, 'invalid_parameter'],
    ['of another curve', { ...point, [-1]: 2 }, 'invalid_parameter'],
    ['that is short', { ...point, [-2]: new Uint8Array(31) }, 'invalid_parameter'],
    ['with a member too many', { ...point, [-4]: new Uint8Array(32) }, 'invalid_parameter'],
    ['without y', { ...point, [-3]: undefined }, 'missing_parameter'],
  ])('are refused with a key %s', async (_, key, status) => {
    const { authenticator } = pinOnly()

    expect((await setPin(authenticator, protocol, '1234', { 3: numbered(key) })).status).toBe(status)
  })

  test('are not set twice', async () => {
    const { authenticator } = pinOnly()
    await setPin(authenticator, protocol, '1234')

    expect((await setPin(authenticator, protocol, '5678')).status).toBe('pin_auth_invalid')
  })

  test('are not changed by who does not know them, or to bad ones', async () => {
    const { authenticator } = pinOnly()
    expect((await changePin(authenticator, protocol, ['1234', '5678'])).status).toBe('pin_not_set')
    await setPin(authenticator, protocol, '1234')

    expect((await changePin(authenticator, protocol, ['0000', '5678'])).status).toBe('pin_invalid')
    expect((await changePin(authenticator, protocol, ['1234', '567'])).status).toBe('pin_policy_violation')
    const forged = { 4: new Uint8Array(number === 1 ? 16 : 32) }
    expect((await changePin(authenticator, protocol, ['1234', '5678'], forged)).status).toBe(
      'pin_auth_invalid',
    )
    expect((await requestToken(authenticator, protocol, { pin: '1234' })).status).toBe('ok')
  })

  test('changed take tokens with them', async () => {
    const { authenticator } = pinOnly()
    await setPin(authenticator, protocol, '1234')
    const { token } = await requestToken(authenticator, protocol, { pin: '1234' })
    await changePin(authenticator, protocol, ['1234', '5678'])

    const proof = { 7: named({ rk: true }), 8: proveWith(protocol, token), 9: number }
    expect((await make(authenticator, proof)).status).toBe('pin_auth_invalid')
  })

  test('wrong three times in a row need a power cycle, and eight times a reset', async () => {
    const world = pinOnly()
    await setPin(world.authenticator, protocol, '1234')
    const wrong = (authenticator: Authenticator) => requestToken(authenticator, protocol, { pin: '0000' })
    const statuses: string[] = []
    let authenticator = world.authenticator
    for (let i = 0; i < 9; i++) {
      const { status } = await wrong(authenticator)
      statuses.push(status)
      if (i === 2) expect(await getRetries(authenticator)).toEqual({ left: 5, powerCycle: true })
      if (i === 2)
        expect((await requestToken(authenticator, protocol, { pin: '1234' })).status).toBe('pin_auth_blocked')
      if (status === 'pin_auth_blocked') {
        authenticator = honestAuthenticator(
          { userVerification: 'by_pin_only' },
          { shelf: world.shelf },
        ).authenticator
      }
    }

    const [no, cycle, over] = ['pin_invalid', 'pin_auth_blocked', 'pin_blocked']
    expect(statuses).toEqual([no, no, cycle, no, no, cycle, no, over, over])
    expect(await getRetries(authenticator)).toEqual({ left: 0, powerCycle: false })
    expect((await requestToken(authenticator, protocol, { pin: '1234' })).status).toBe('pin_blocked')
    expect((await changePin(authenticator, protocol, ['1234', '5678'])).status).toBe('pin_blocked')
    expect((await send(authenticator, 0x07)).status).toBe('ok')
    expect((await setPin(authenticator, protocol, '5678')).status).toBe('ok')
    expect(await getRetries(authenticator)).toEqual({ left: 8, powerCycle: false })
  })

  test('wrong three times in a row are forgotten by a reset', async () => {
    const { authenticator } = pinOnly()
    await setPin(authenticator, protocol, '1234')
    for (let i = 0; i < 3; i++) await requestToken(authenticator, protocol, { pin: '0000' })
    await send(authenticator, 0x07)
    await setPin(authenticator, protocol, '5678')

    expect((await requestToken(authenticator, protocol, { pin: '5678' })).status).toBe('ok')
  })

  test('right once have eight tries again', async () => {
    const { authenticator } = pinOnly()
    await setPin(authenticator, protocol, '1234')
    await requestToken(authenticator, protocol, { pin: '0000' })
    await requestToken(authenticator, protocol, { pin: '0000' })
    expect(await getRetries(authenticator)).toEqual({ left: 6, powerCycle: false })
    await requestToken(authenticator, protocol, { pin: '1234' })

    expect(await getRetries(authenticator)).toEqual({ left: 8, powerCycle: false })
    await requestToken(authenticator, protocol, { pin: '0000' })
    expect((await requestToken(authenticator, protocol, { pin: '0000' })).status).toBe('pin_invalid')
  })

  test('cost a try before they are compared', async () => {
    const { shelf, authenticator } = pinOnly()
    await setPin(authenticator, protocol, '1234')
    const left: number[] = []
    const { webCryptography } = await import('./index.ts')
    const cryptography = webCryptography(crypto.subtle)
    const watched = honestAuthenticator(
      { userVerification: 'by_pin_only' },
      {
        shelf,
        cryptography: {
          ...cryptography,
          async stretch(secret, salt) {
            left.push((await shelf.getVerificationState()).pinRetries)
            return cryptography.stretch(secret, salt)
          },
        },
      },
    )

    await requestToken(watched.authenticator, protocol, { pin: '1234' })
    expect(left).toEqual([7])
  })

  test('wrong once make what was said before worthless', async () => {
    const { authenticator } = pinOnly()
    await setPin(authenticator, protocol, '1234')
    const { secret, key } = await agree(authenticator, protocol)
    await requestToken(authenticator, protocol, { pin: '0000' })

    const request = { 1: number, 2: 0x05, 3: key, 6: protocol.encrypt(secret, pinHash('1234')) }
    expect((await send(authenticator, 0x06, numbered(request))).status).toBe('pin_invalid')
  })

  test('that are half a block are wrong', async () => {
    const { authenticator } = pinOnly()
    await setPin(authenticator, protocol, '1234')

    const { status } = await requestToken(authenticator, protocol, {
      pin: '1234',
      change: { 6: new Uint8Array(8) },
    })
    expect(status).toBe('pin_invalid')
  })
})

describe.each(protocols)('tokens by protocol $number', (protocol) => {
  const { number } = protocol

  async function world() {
    const made = pinOnly()
    await setPin(made.authenticator, protocol, '1234')
    const proven = async (permissions: number, forRp: string | undefined, change: Members = {}) => {
      const request = { pin: '1234', permissions, ...(forRp !== undefined && { rpId: forRp }) }
      const { token } = await requestToken(made.authenticator, protocol, request)
      return { 7: named({ rk: true }), 8: proveWith(protocol, token), 9: number, ...change }
    }
    return { ...made, proven }
  }

  test('stand for a verified user, once', async () => {
    const { authenticator, proven, person } = await world()
    const proof = await proven(MC | GA, rpId)

    const made = await make(authenticator, proof)

    expect(readFacts(made.data).flags).toBe(0x45)
    expect(person.asked.at(-1)).toMatchObject({ purpose: 'make_credential', userVerification: 'not_needed' })
    expect((await make(authenticator, proof)).status).toBe('pin_auth_invalid')
  })

  test('prove assertions too', async () => {
    const { authenticator, proven } = await world()
    await make(authenticator, await proven(MC, rpId))
    const { 8: signature } = await proven(GA, rpId)

    const { flags, status } = await get(authenticator, { 5: named({}), 6: signature, 7: number })
    expect({ flags, status }).toEqual({ flags: 0x05, status: 'ok' })
  })

  test('are needed for a discoverable credential once there is a PIN', async () => {
    const { authenticator } = await world()

    expect((await make(authenticator, { 7: named({ rk: true }) })).status).toBe('puat_required')
    expect((await make(authenticator, { 7: named({}) })).status).toBe('ok')
  })

  test('of old platforms make credentials and assertions, for the first who asks', async () => {
    const { authenticator } = await world()
    const { token } = await requestToken(authenticator, protocol, { pin: '1234' })
    const proof = { 7: named({ rk: true, up: true }), 8: proveWith(protocol, token), 9: number }
    const silentGet = { 5: named({ up: false }), 6: proveWith(protocol, token), 7: number }

    expect((await get(authenticator, silentGet)).status).toBe('no_credentials')
    expect((await make(authenticator, { ...proof, 2: named({ id: 'other.example' }) })).status).toBe(
      'pin_auth_invalid',
    )
    expect((await make(authenticator, proof)).status).toBe('ok')
  })

  test.each([
    ['for another relying party', MC, 'other.example', {}],
    ['for something else', CM, undefined, {}],
    ['for assertions', GA, rpId, {}],
    ['of the other protocol', MC, rpId, { 9: number === 1 ? 2 : 1 }],
    ['with another signature', MC, rpId, { 8: new Uint8Array(number === 1 ? 16 : 32) }],
    ['with a longer signature', MC, rpId, { 8: new Uint8Array(64) }],
    ['about another client data hash', MC, rpId, { 1: new Uint8Array(32) }],
  ] as const)('%s make no credential', async (_, permissions, forRp, change) => {
    const { authenticator, proven } = await world()

    expect((await make(authenticator, await proven(permissions, forRp, change))).status).toBe(
      'pin_auth_invalid',
    )
  })

  test.each([
    [30, 'ok'],
    [31, 'pin_auth_invalid'],
  ])('unused for %i seconds are %s', async (seconds, status) => {
    const { authenticator, proven, clock } = await world()
    const proof = await proven(MC, rpId)
    clock.pass(seconds)

    expect((await make(authenticator, proof)).status).toBe(status)
  })

  test('are worth nothing once there is another', async () => {
    const { authenticator, proven } = await world()
    const first = await proven(MC, rpId)
    await proven(MC, rpId)

    expect((await make(authenticator, first)).status).toBe('pin_auth_invalid')
  })

  test.each([
    ['no permission', { 9: 0 }, 'invalid_parameter'],
    ['a permission there is not', { 9: MC | 0x08 }, 'unauthorized_permission'],
    ['a permission beyond a byte', { 9: 2 ** 32 + MC }, 'unauthorized_permission'],
    ['credentials of nobody in particular', { 10: undefined }, 'missing_parameter'],
    ['an RP ID that is bytes', { 10: new Uint8Array(1) }, 'cbor_unexpected_type'],
    ['no PIN', { 6: undefined }, 'missing_parameter'],
    ['permissions, as old platforms do not', { 2: 0x05 }, 'invalid_parameter'],
    ['an unknown subcommand', { 2: 0x08 }, 'invalid_subcommand'],
    ['no subcommand', { 2: undefined }, 'missing_parameter'],
  ] as const)('are refused for %s', async (_, change, status) => {
    const { authenticator } = await world()
    const request = { pin: '1234', permissions: MC, rpId, change }

    expect((await requestToken(authenticator, protocol, request)).status).toBe(status)
  })

  test('are refused while there is no PIN', async () => {
    const { authenticator } = pinOnly()

    expect((await requestToken(authenticator, protocol, { pin: '1234' })).status).toBe('pin_not_set')
  })

  test('come by built-in verification too', async () => {
    const { authenticator, person } = honestAuthenticator()
    const { token } = await requestToken(authenticator, protocol, { permissions: MC, rpId })

    expect(person.asked.at(-1)).toMatchObject({ purpose: 'allow', userVerification: 'required', rpId })
    const made = await make(authenticator, {
      7: named({ rk: true }),
      8: proveWith(protocol, token),
      9: number,
    })
    expect(readFacts(made.data).flags).toBe(0x45)
  })

  test('do not come by built-in verification that fails, or is not there', async () => {
    const { authenticator, person } = honestAuthenticator()
    const ask = async () => (await requestToken(authenticator, protocol, { permissions: CM })).status
    person.next = { outcome: 'not_verified' }
    const statuses: string[] = []
    for (let i = 0; i < 6; i++) statuses.push(await ask())

    const [invalid, blocked] = ['uv_invalid', 'uv_blocked']
    expect(statuses).toEqual([invalid, invalid, invalid, invalid, blocked, blocked])
    const { map } = await send(authenticator, 0x06, numbered({ 2: 0x07 }))
    expect(map.get(5)).toBe(0)
    person.next = undefined
    expect(await ask()).toBe('uv_blocked')

    const without = pinOnly().authenticator
    expect((await requestToken(without, protocol, { permissions: CM })).status).toBe('not_allowed')
    expect((await send(without, 0x06, numbered({ 2: 0x07 }))).status).toBe('invalid_subcommand')
  })

  test.each([
    ['denied', 'operation_denied'],
    ['timed_out', 'user_action_timeout'],
  ] as const)('do not come when the person’s answer is %s', async (outcome, status) => {
    const { authenticator, person } = honestAuthenticator()
    person.next = { outcome }

    expect((await requestToken(authenticator, protocol, { permissions: CM })).status).toBe(status)
  })

  test('by PIN make built-in verification possible again', async () => {
    const { authenticator, person } = honestAuthenticator()
    await setPin(authenticator, protocol, '1234')
    person.next = { outcome: 'not_verified' }
    for (let i = 0; i < 5; i++) await requestToken(authenticator, protocol, { permissions: CM })
    await requestToken(authenticator, protocol, { pin: '1234' })
    person.next = undefined

    expect((await requestToken(authenticator, protocol, { permissions: CM })).status).toBe('ok')
  })
})
