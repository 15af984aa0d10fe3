import { fromHex, readCoseKey } from '@latchkey/encoding'
import { describe, expect, test } from 'vitest'
import {
  exampleAaguid,
  honestAuthenticator,
  makeAttestationAuthority,
} from './honest-authenticator.fixture.ts'
import { memoryShelf, type PersonAnswer } from './index.ts'
import {
  algorithms,
  bytesOf,
  clientDataHash,
  descriptor,
  get,
  isSigned,
  type Members,
  make,
  mapOf,
  named,
  protocols,
  readFacts,
  rpId,
  setPin,
  sha256,
  user,
} from './platform.fixture.ts'

describe('making a credential', () => {
  test('gives a device-bound one of the model, for the relying party, with the user there and verified', async () => {
    const { authenticator, person } = honestAuthenticator()

    const { status, map, data, id, cose } = await make(authenticator)

    expect(status).toBe('ok')
    expect(map.get(1)).toBe('none')
    expect(data.slice(0, 32)).toEqual(sha256(rpId))
    expect(readFacts(data)).toEqual({ flags: 0x45, signCount: 0 })
    expect(data.slice(37, 53)).toEqual(exampleAaguid)
    expect(id).toHaveLength(32)
    expect(readCoseKey(cose)).toMatchObject({ kty: 'EC2', algorithm: -7 })
    expect(person.asked).toMatchObject([
      {
        purpose: 'make_credential',
        userVerification: 'required',
        rpId,
        rpName: 'Example',
        user: { name: 'ada@example.org', displayName: 'Ada' },
      },
    ])
  })

  test.each([
    [-7, 'EC2'],
    [-8, 'OKP'],
    [-257, 'RSA'],
  ])('makes keys of algorithm %i that sign', async (algorithm, kty) => {
    const { authenticator } = honestAuthenticator()

    const { cose } = await make(authenticator, { 4: algorithms(-999, algorithm) })
    const { data, map } = await get(authenticator)

    expect(readCoseKey(cose)).toMatchObject({ kty, algorithm })
    expect(isSigned(cose, data, bytesOf(map, 3))).toBe(true)
  })

  test('takes the algorithm the platform likes best', async () => {
    const { authenticator } = honestAuthenticator()

    const { cose } = await make(authenticator, { 4: algorithms(-8, -7) })

    expect(readCoseKey(cose).algorithm).toBe(-8)
  })

  test('says when credentials may be copied, and are', async () => {
    const eligible = honestAuthenticator({ backup: 'eligible' })
    const backedUp = honestAuthenticator({ backup: 'backed_up' })

    expect(readFacts((await make(eligible.authenticator)).data).flags).toBe(0x4d)
    expect(readFacts((await make(backedUp.authenticator)).data).flags).toBe(0x5d)
    expect((await get(backedUp.authenticator)).flags).toBe(0x1d)
  })

  test('never lets a device-bound credential be one that may be copied', async () => {
    const before = honestAuthenticator()
    await make(before.authenticator)
    const after = honestAuthenticator({ backup: 'backed_up' }, { shelf: before.shelf })

    expect((await get(after.authenticator)).flags).toBe(0x05)
  })

  test('replaces the discoverable credential of the same user', async () => {
    const { authenticator, shelf } = honestAuthenticator()
    await make(authenticator)

    const { id } = await make(authenticator)
    await make(authenticator, { 3: named({ id: new Uint8Array([1]) }) })
    await make(authenticator, { 2: named({ id: 'other.example' }) })

    expect(await shelf.countCredentials()).toBe(3)
    expect((await shelf.listCredentials(rpId)).map((credential) => credential.id)).toContainEqual(id)
  })

  test('says by flag whether the person was verified, asked for or not', async () => {
    const { authenticator, person } = honestAuthenticator()
    const unverified = { 7: named({}) }

    expect(readFacts((await make(authenticator, unverified)).data).flags).toBe(0x41)

    person.next = { outcome: 'confirmed', userVerified: true }
    expect(readFacts((await make(authenticator, unverified)).data).flags).toBe(0x45)
  })
})

describe('vouching for a credential', () => {
  test('is done by the certificate of the model', async () => {
    const authority = await makeAttestationAuthority()
    const attestation = await authority.issue({ aaguid: exampleAaguid })
    const { authenticator } = honestAuthenticator({ attestation })

    const { map } = await make(authenticator)

    expect(map.get(1)).toBe('packed')
    expect(mapOf(map, 3).get('alg')).toBe(-7)
    expect(mapOf(map, 3).get('x5c')).toEqual(attestation.certificates)
    expect(map.has(4)).toBe(false)
  })

  test('is done by the credential itself', async () => {
    const { authenticator } = honestAuthenticator({ attestation: 'self' })

    const { map, data, cose } = await make(authenticator, { 4: algorithms(-8) })

    expect(mapOf(map, 3).get('alg')).toBe(-8)
    expect(mapOf(map, 3).has('x5c')).toBe(false)
    expect(isSigned(cose, data, bytesOf(mapOf(map, 3), 'sig'))).toBe(true)
  })

  test('is left out if the platform prefers that', async () => {
    const { authenticator } = honestAuthenticator({ attestation: 'self' })

    const { map } = await make(authenticator, { 11: ['none', 'packed'] })

    expect(map.get(1)).toBe('none')
    expect(mapOf(map, 3).size).toBe(0)
  })

  test.each([1, 2])('tells this very device apart for the organisation alone (%i)', async (value) => {
    const authority = await makeAttestationAuthority()
    const identity = await authority.issue({ aaguid: exampleAaguid, name: 'Serial 4711' })
    const { authenticator } = honestAuthenticator({
      attestation: 'self',
      enterpriseAttestation: { rpIds: [rpId], identity },
    })

    const ours = await make(authenticator, { 10: value })
    const stranger = await make(authenticator, { 10: value, 2: named({ id: 'stranger.example' }) })
    const unasked = await make(authenticator)

    expect(ours.map.get(4)).toBe(true)
    expect(mapOf(ours.map, 3).get('x5c')).toEqual(identity.certificates)
    for (const { map } of [stranger, unasked]) {
      expect(map.has(4)).toBe(false)
      expect(mapOf(map, 3).has('x5c')).toBe(false)
    }
  })
})

describe('refusing to make a credential', () => {
  const refusals: [string, Members, string][] = [
    ['no client data hash', { 1: undefined }, 'missing_parameter'],
    ['a client data hash that is text', { 1: 'hash' }, 'cbor_unexpected_type'],
    ['a client data hash of 31 bytes', { 1: new Uint8Array(31) }, 'invalid_length'],
    ['no relying party', { 2: undefined }, 'missing_parameter'],
    ['a relying party without ID', { 2: named({ name: 'Example' }) }, 'missing_parameter'],
    ['a relying party that is text', { 2: rpId }, 'cbor_unexpected_type'],
    ['no user', { 3: undefined }, 'missing_parameter'],
    ['a user without handle', { 3: named({ name: 'ada' }) }, 'missing_parameter'],
    ['a user handle that is empty', { 3: named({ id: new Uint8Array() }) }, 'invalid_length'],
    ['a user handle of 65 bytes', { 3: named({ id: new Uint8Array(65) }) }, 'invalid_length'],
    ['a name that is a number', { 3: named({ id: new Uint8Array(1), name: 1 }) }, 'cbor_unexpected_type'],
    ['no algorithms', { 4: undefined }, 'missing_parameter'],
    ['an algorithm that is a number', { 4: [-7] }, 'cbor_unexpected_type'],
    ['an algorithm without type', { 4: [named({ alg: -7 })] }, 'missing_parameter'],
    ['only unknown algorithms', { 4: algorithms(-999, -65535) }, 'unsupported_algorithm'],
    ['an algorithm of another type', { 4: [named({ alg: -7, type: 'x' })] }, 'unsupported_algorithm'],
    ['an exclude list that is a map', { 5: named({}) }, 'cbor_unexpected_type'],
    ['a descriptor without ID', { 5: [named({ type: 'public-key' })] }, 'missing_parameter'],
    ['129 descriptors', { 5: Array(129).fill(descriptor(new Uint8Array(1))) }, 'limit_exceeded'],
    ['extensions that are a list', { 6: [] }, 'cbor_unexpected_type'],
    ['a level of protection that is text', { 6: named({ credProtect: '2' }) }, 'cbor_unexpected_type'],
    ['a level of protection there is not', { 6: named({ credProtect: 4 }) }, 'invalid_parameter'],
    ['hmac-secret that is a map', { 6: named({ 'hmac-secret': named({}) }) }, 'cbor_unexpected_type'],
    ['a large-blob key of false', { 6: named({ largeBlobKey: false }) }, 'invalid_option'],
    [
      'a large-blob key not discoverable',
      { 6: named({ largeBlobKey: true }), 7: named({}) },
      'invalid_option',
    ],
    [
      'a salt of 31 bytes',
      { 6: named({ prf: named({ eval: named({ first: new Uint8Array(31) }) }) }) },
      'invalid_length',
    ],
    ['options that are a list', { 7: [] }, 'cbor_unexpected_type'],
    ['an option that is a number', { 7: named({ rk: 1 }) }, 'cbor_unexpected_type'],
    ['nobody there', { 7: named({ up: false }) }, 'invalid_option'],
    ['a discoverable one unverified', { 7: named({ rk: true }) }, 'operation_denied'],
    ['a proof without protocol', { 8: new Uint8Array(16) }, 'missing_parameter'],
    ['a proof of protocol 3', { 8: new Uint8Array(16), 9: 3 }, 'invalid_parameter'],
    ['a proof of nothing', { 8: new Uint8Array(16), 9: 1 }, 'pin_auth_invalid'],
    ['an empty proof, and no PIN set', { 8: new Uint8Array(), 9: 1 }, 'pin_not_set'],
    ['enterprise attestation there is not', { 10: 1 }, 'invalid_parameter'],
    ['formats that are bytes', { 11: [new Uint8Array()] }, 'cbor_unexpected_type'],
  ]

  test.each(refusals)('with %s', async (_, change, status) => {
    const { authenticator, shelf } = honestAuthenticator()

    expect((await make(authenticator, change)).status).toBe(status)
    expect(await shelf.countCredentials()).toBe(0)
  })

  test('with enterprise attestation of a third kind', async () => {
    const identity = await (await makeAttestationAuthority()).issue({})
    const { authenticator } = honestAuthenticator({ enterpriseAttestation: { rpIds: [rpId], identity } })

    expect((await make(authenticator, { 10: 3 })).status).toBe('invalid_option')
  })

  test('verified, when nothing verifies', async () => {
    const { authenticator } = honestAuthenticator({ userVerification: 'by_pin_only' })

    expect((await make(authenticator)).status).toBe('invalid_option')
    expect((await make(authenticator, { 7: named({ rk: true }) })).status).toBe('ok')
  })

  const answers: [string, PersonAnswer, string][] = [
    ['says no', { outcome: 'denied' }, 'operation_denied'],
    ['does nothing', { outcome: 'timed_out' }, 'user_action_timeout'],
    ['cannot prove who they are', { outcome: 'not_verified' }, 'operation_denied'],
    ['does not prove who they are', { outcome: 'confirmed', userVerified: false }, 'operation_denied'],
  ]

  test.each(answers)('when the person %s', async (_, answer, status) => {
    const { authenticator, person, shelf } = honestAuthenticator()
    person.next = answer

    expect((await make(authenticator)).status).toBe(status)
    expect(await shelf.countCredentials()).toBe(0)
  })

  test('when verification fails and a PIN could help', async () => {
    const { authenticator, person } = honestAuthenticator()
    for (const protocol of protocols.slice(0, 1)) await setPin(authenticator, protocol, '1234')
    person.next = { outcome: 'not_verified' }

    expect((await make(authenticator)).status).toBe('puat_required')
    expect((await make(authenticator, { 7: named({ rk: true }) })).status).toBe('puat_required')
    expect((await make(authenticator, { 8: new Uint8Array() })).status).toBe('operation_denied')
  })

  test('when an empty proof asks which authenticator is meant, and it has a PIN', async () => {
    const { authenticator, person } = honestAuthenticator()
    for (const protocol of protocols.slice(0, 1)) await setPin(authenticator, protocol, '1234')

    expect((await make(authenticator, { 8: new Uint8Array() })).status).toBe('pin_invalid')
    expect(person.asked.at(-1)).toMatchObject({ purpose: 'select' })
  })

  test('when the platform takes the command back', async () => {
    const { authenticator } = honestAuthenticator(
      {},
      { person: { confirm: () => new Promise(() => undefined) } },
    )
    const abort = new AbortController()
    const { send, creation } = await import('./platform.fixture.ts')

    const answer = send(authenticator, 0x01, creation(), abort.signal)
    setTimeout(() => abort.abort(), 5)

    expect((await answer).status).toBe('keepalive_cancel')
    expect((await send(authenticator, 0x04)).status).toBe('ok')
  })

  test('when the shelf is full, but for one that replaces', async () => {
    const { authenticator } = honestAuthenticator({}, { shelf: memoryShelf({ capacity: 1 }) })
    await make(authenticator)

    expect((await make(authenticator, { 3: named({ id: fromHex('01') }) })).status).toBe('key_store_full')
    expect((await make(authenticator)).status).toBe('ok')
  })
})

describe('an exclude list', () => {
  test('is obeyed after consent, and not before', async () => {
    const { authenticator, person } = honestAuthenticator()
    const { id } = await make(authenticator)
    const excluding = { 5: [descriptor(id)] }

    expect((await make(authenticator, excluding)).status).toBe('credential_excluded')
    expect(person.asked).toHaveLength(2)

    person.next = { outcome: 'denied' }
    expect((await make(authenticator, excluding)).status).toBe('operation_denied')
  })

  test('says nothing about other relying parties, other types, and others’ credentials', async () => {
    const { authenticator } = honestAuthenticator()
    const { id } = await make(authenticator, { 2: named({ id: 'other.example' }) })
    const own = await make(authenticator, { 3: named({ id: fromHex('01') }) })
    const list = [descriptor(id), descriptor(own.id, 'future-key'), descriptor(new Uint8Array(900))]

    expect((await make(authenticator, { 5: list, 3: user })).status).toBe('ok')
  })

  test('does not show what is hidden from who is not verified', async () => {
    const { authenticator } = honestAuthenticator()
    const { id } = await make(authenticator, { 6: named({ credProtect: 3 }) })
    const excluding = { 5: [descriptor(id)] }

    expect((await make(authenticator, { ...excluding, 7: named({}) })).status).toBe('ok')
    expect((await make(authenticator, excluding)).status).toBe('credential_excluded')
  })
})

test('what is signed covers the client data', async () => {
  const { authenticator } = honestAuthenticator({ attestation: 'self' })

  const { map, data, cose } = await make(authenticator, { 1: new Uint8Array(32) })

  expect(isSigned(cose, data, bytesOf(mapOf(map, 3), 'sig'))).toBe(false)
  expect(clientDataHash).not.toEqual(new Uint8Array(32))
})
