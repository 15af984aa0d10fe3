import { describe, expect, test } from 'vitest'
import { honestAuthenticator } from './honest-authenticator.fixture.ts'
import type { Authenticator } from './index.ts'
import {
  bytesOf,
  clientDataHash,
  descriptor,
  get,
  isSigned,
  type Members,
  make,
  mapOf,
  named,
  readFacts,
  rpId,
  send,
  sha256,
  user,
} from './platform.fixture.ts'

const silent = { 5: named({ up: false }) }
const unverified = { 5: named({}) }
const users = (count: number) =>
  Array.from({ length: count }, (_, i) => named({ id: Uint8Array.of(i + 1), name: `user ${i + 1}` }))

async function makeThree(authenticator: Authenticator) {
  const ids: Uint8Array[] = []
  for (const one of users(3)) ids.push((await make(authenticator, { 3: one })).id)
  return ids
}

describe('getting an assertion', () => {
  test('signs for who is there and verified, and says whose key it is', async () => {
    const { authenticator, person } = honestAuthenticator()
    const { id, cose } = await make(authenticator)

    const { status, map, data, flags, signCount } = await get(authenticator)

    expect(status).toBe('ok')
    expect(mapOf(map, 1)).toEqual(descriptor(id))
    expect(data.slice(0, 32)).toEqual(sha256(rpId))
    expect({ flags, signCount }).toEqual({ flags: 0x05, signCount: 1 })
    expect(isSigned(cose, data, bytesOf(map, 3))).toBe(true)
    expect(mapOf(map, 4)).toEqual(user)
    expect(person.asked.at(-1)).toMatchObject({
      purpose: 'get_assertion',
      userVerification: 'required',
      accounts: [{ credentialId: id, name: 'ada@example.org' }],
    })
  })

  test('counts every signature, before it is seen', async () => {
    const { authenticator, shelf } = honestAuthenticator()
    const { id } = await make(authenticator)

    expect((await get(authenticator)).signCount).toBe(1)
    expect((await get(authenticator, silent)).signCount).toBe(2)
    expect((await shelf.findCredential(id))?.signCount).toBe(2)
  })

  test('keeps the count even if no signature comes of it', async () => {
    const { authenticator, shelf } = honestAuthenticator()
    const { id } = await make(authenticator)
    const { webCryptography } = await import('./index.ts')
    const broken = honestAuthenticator(
      {},
      {
        shelf,
        cryptography: {
          ...webCryptography(crypto.subtle),
          sign: () => Promise.reject(new Error('no power')),
        },
      },
    )

    await expect(get(broken.authenticator)).rejects.toThrow('no power')
    expect((await shelf.findCredential(id))?.signCount).toBe(1)
  })

  test('says no more than whose key it is to who named it, or was not verified', async () => {
    const { authenticator } = honestAuthenticator()
    const { id } = await make(authenticator)

    const allowed = await get(authenticator, { 3: [descriptor(id)] })
    const unproven = await get(authenticator, unverified)

    for (const { map } of [allowed, unproven]) expect([...mapOf(map, 4).keys()]).toEqual(['id'])
  })

  test('with a key that is not discoverable needs its name, and says nothing of the user', async () => {
    const { authenticator } = honestAuthenticator()
    const { id } = await make(authenticator, { 7: named({ uv: true }) })

    expect((await get(authenticator)).status).toBe('no_credentials')
    const { status, map } = await get(authenticator, { 3: [descriptor(id)] })
    expect(status).toBe('ok')
    expect(map.has(4)).toBe(false)
  })

  test('is possible without anybody, and says so', async () => {
    const { authenticator, person } = honestAuthenticator()
    await make(authenticator)
    person.asked.length = 0

    expect(await get(authenticator, silent)).toMatchObject({ status: 'ok', flags: 0x00 })
    expect(person.asked).toEqual([])
  })

  test('takes the account chosen on our own screen, and says so', async () => {
    const { authenticator, person } = honestAuthenticator()
    const [first = new Uint8Array()] = await makeThree(authenticator)
    person.next = { outcome: 'confirmed', userVerified: true, account: 2 }

    const { map } = await get(authenticator)

    expect(mapOf(map, 1)).toEqual(descriptor(first))
    expect(map.get(6)).toBe(true)
    expect(map.has(5)).toBe(false)
    expect((await send(authenticator, 0x08)).status).toBe('not_allowed')
  })
})

describe('an account', () => {
  test('chosen among those that were named is taken', async () => {
    const { authenticator, person } = honestAuthenticator()
    const ids = await makeThree(authenticator)
    person.next = { outcome: 'confirmed', userVerified: true, account: 1 }

    const { map } = await get(authenticator, { 3: ids.map((id) => descriptor(id)) })

    expect(mapOf(map, 1).get('id')).toEqual(ids[1])
    expect(map.has(6)).toBe(false)
  })

  test('that was not shown cannot be chosen', async () => {
    const { authenticator, person } = honestAuthenticator()
    await makeThree(authenticator)
    person.next = { outcome: 'confirmed', userVerified: true, account: 3 }

    expect((await get(authenticator)).status).toBe('operation_denied')
  })

  test('that was not shown is not taken because somebody was verified unasked', async () => {
    const { authenticator, person } = honestAuthenticator()
    const { id } = await make(authenticator)
    await make(authenticator, { 3: named({ id: Uint8Array.of(1) }), 6: named({ credProtect: 3 }) })
    person.next = { outcome: 'confirmed', userVerified: true }

    const { map, flags } = await get(authenticator, unverified)

    expect(flags).toBe(0x05)
    expect(mapOf(map, 1)).toEqual(descriptor(id))
    expect(map.has(5)).toBe(false)
  })
})

describe('getting one assertion after another', () => {
  test('gives all that apply, the newest first', async () => {
    const { authenticator, person } = honestAuthenticator()
    const [first, second, third] = await makeThree(authenticator)

    const { map } = await get(authenticator)
    const next = await send(authenticator, 0x08)
    const last = await send(authenticator, 0x08)

    expect(map.get(5)).toBe(3)
    expect([map, next.map, last.map].map((answer) => mapOf(answer, 1).get('id'))).toEqual([
      third,
      second,
      first,
    ])
    expect(readFacts(bytesOf(last.map, 2))).toEqual({ flags: 0x05, signCount: 1 })
    expect(last.map.has(5)).toBe(false)
    expect(person.asked).toHaveLength(4)
    expect((await send(authenticator, 0x08)).status).toBe('not_allowed')
  })

  test('ends after 30 seconds', async () => {
    const { authenticator, clock } = honestAuthenticator()
    await makeThree(authenticator)
    await get(authenticator)

    clock.pass(30)
    expect((await send(authenticator, 0x08)).status).toBe('ok')
    clock.pass(1)
    expect((await send(authenticator, 0x08)).status).toBe('not_allowed')
  })

  test('ends with any other command', async () => {
    const { authenticator } = honestAuthenticator()
    await makeThree(authenticator)
    await get(authenticator)
    await send(authenticator, 0x04)

    expect((await send(authenticator, 0x08)).status).toBe('not_allowed')
  })

  test('has not begun when there is one', async () => {
    const { authenticator } = honestAuthenticator()
    await make(authenticator)
    await get(authenticator)

    expect((await send(authenticator, 0x08)).status).toBe('not_allowed')
  })

  test('gives one alone of those that were named', async () => {
    const { authenticator } = honestAuthenticator()
    const ids = await makeThree(authenticator)

    const { map } = await get(authenticator, { 3: ids.map((id) => descriptor(id)) })

    expect(map.has(5)).toBe(false)
    expect((await send(authenticator, 0x08)).status).toBe('not_allowed')
  })
})

describe('refusing an assertion', () => {
  const refusals: [string, Members, string][] = [
    ['no RP ID', { 1: undefined }, 'missing_parameter'],
    ['an RP ID that is bytes', { 1: new Uint8Array(1) }, 'cbor_unexpected_type'],
    ['no client data hash', { 2: undefined }, 'missing_parameter'],
    ['a client data hash of 33 bytes', { 2: new Uint8Array(33) }, 'invalid_length'],
    ['an allow list that is bytes', { 3: clientDataHash }, 'cbor_unexpected_type'],
    ['an allow list of texts', { 3: ['id'] }, 'cbor_unexpected_type'],
    ['129 descriptors', { 3: Array(129).fill(descriptor(new Uint8Array(1))) }, 'limit_exceeded'],
    ['the option rk', { 5: named({ rk: true }) }, 'unsupported_option'],
    ['an option that is text', { 5: named({ up: 'yes' }) }, 'cbor_unexpected_type'],
    ['secrets for nobody', { 4: named({ 'hmac-secret': named({}) }), ...silent }, 'unsupported_option'],
    ['a secret without key', { 4: named({ 'hmac-secret': named({}) }) }, 'missing_parameter'],
    ['a large-blob key of false', { 4: named({ largeBlobKey: false }) }, 'invalid_option'],
    ['a proof without protocol', { 6: new Uint8Array(16) }, 'missing_parameter'],
    ['a proof of nothing', { 6: new Uint8Array(32), 7: 2 }, 'pin_auth_invalid'],
    ['an empty proof, and no PIN set', { 6: new Uint8Array() }, 'pin_not_set'],
    ['another relying party', { 1: 'evil.example' }, 'no_credentials'],
    ['a credential that is not here', { 3: [descriptor(new Uint8Array(32))] }, 'no_credentials'],
    ['only types yet unknown', { 3: [descriptor(new Uint8Array(32), 'future-key')] }, 'no_credentials'],
  ]

  test.each(refusals)('with %s', async (_, change, status) => {
    const { authenticator, shelf } = honestAuthenticator()
    const { id } = await make(authenticator)

    expect((await get(authenticator, change)).status).toBe(status)
    expect((await shelf.findCredential(id))?.signCount).toBe(0)
  })

  test('verified, when nothing verifies', async () => {
    const { authenticator } = honestAuthenticator({ userVerification: 'by_pin_only' })
    await make(authenticator, { 7: named({ rk: true }) })

    expect((await get(authenticator)).status).toBe('invalid_option')
    expect((await get(authenticator, unverified)).status).toBe('ok')
  })

  test.each([
    ['says no', { outcome: 'denied' }, 'operation_denied'],
    ['does nothing', { outcome: 'timed_out' }, 'user_action_timeout'],
    ['cannot prove who they are', { outcome: 'not_verified' }, 'operation_denied'],
  ] as const)('when the person %s', async (_, answer, status) => {
    const { authenticator, person } = honestAuthenticator()
    await make(authenticator)
    person.next = answer

    expect((await get(authenticator)).status).toBe(status)
  })

  test('after five failed verifications in a row, asking no more', async () => {
    const { authenticator, person } = honestAuthenticator()
    await make(authenticator)
    person.next = { outcome: 'not_verified' }
    for (let i = 0; i < 5; i++) await get(authenticator)
    person.next = undefined
    person.asked.length = 0

    expect((await get(authenticator)).status).toBe('operation_denied')
    expect(person.asked).toEqual([])
  })

  test('not after four, and a right one makes five of it again', async () => {
    const { authenticator, person, shelf } = honestAuthenticator()
    await make(authenticator)
    person.next = { outcome: 'not_verified' }
    for (let i = 0; i < 4; i++) await get(authenticator)
    person.next = { outcome: 'denied' }
    await get(authenticator)
    expect((await shelf.getVerificationState()).uvRetries).toBe(1)
    person.next = undefined

    expect((await get(authenticator)).status).toBe('ok')
    expect((await shelf.getVerificationState()).uvRetries).toBe(5)
  })
})

describe('protection of credentials', () => {
  const asking = [
    ['named and verified', 'named', { 5: named({ uv: true }) }],
    ['verified', 'unnamed', { 5: named({ uv: true }) }],
    ['named', 'named', unverified],
    ['neither', 'unnamed', unverified],
  ] as const
  const visible = [
    [1, ['ok', 'ok', 'ok', 'ok']],
    [2, ['ok', 'ok', 'ok', 'no_credentials']],
    [3, ['ok', 'ok', 'no_credentials', 'no_credentials']],
  ] as const

  test.each(visible)('of level %i hides as it must', async (credProtect, expected) => {
    const { authenticator } = honestAuthenticator()
    const { id, data } = await make(authenticator, { 6: named({ credProtect }) })
    const statuses: string[] = []
    for (const [, how, change] of asking) {
      const list = how === 'named' ? { 3: [descriptor(id)] } : {}
      statuses.push((await get(authenticator, { ...change, ...list })).status)
    }

    expect(statuses).toEqual(expected)
    expect(readFacts(data).flags & 0x80).toBe(0x80)
  })

  test('asks to verify before it says that nothing is here', async () => {
    const { authenticator, person } = honestAuthenticator()
    person.next = { outcome: 'not_verified' }

    expect((await get(authenticator)).status).toBe('operation_denied')
  })
})
