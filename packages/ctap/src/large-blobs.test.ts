import { concatBytes } from '@latchkey/encoding'
import { describe, expect, test } from 'vitest'
import { honestAuthenticator } from './honest-authenticator.fixture.ts'
import type { Authenticator, CtapRefusalCode } from './index.ts'
import {
  bytesOf,
  descriptor,
  get,
  type Members,
  make,
  named,
  numbered,
  protocols,
  requestToken,
  send,
  sha256,
} from './platform.fixture.ts'

const LBW = 0x10

function seal(array: Uint8Array): Uint8Array {
  return concatBytes(array, sha256(array).slice(0, 16))
}

async function write(authenticator: Authenticator, piece: Members & { 2: Uint8Array; 3: number }) {
  const [, protocol] = protocols
  if (protocol === undefined) throw new Error('no protocol')
  const { token } = await requestToken(authenticator, protocol, { permissions: LBW })
  const offset = new Uint8Array(new Uint32Array([piece[3]]).buffer)
  const message = concatBytes(new Uint8Array(32).fill(0xff), Uint8Array.of(0x0c, 0), offset, sha256(piece[2]))
  return send(authenticator, 0x0c, numbered({ 5: protocol.authenticate(token, message), 6: 2, ...piece }))
}

const read = (authenticator: Authenticator, length = 1024, offset = 0) =>
  send(authenticator, 0x0c, numbered({ 1: length, 3: offset }))

describe('large blobs', () => {
  test('have a key for each credential that asked for one', async () => {
    const { authenticator } = honestAuthenticator()
    const { id, map } = await make(authenticator, { 6: named({ largeBlobKey: true }) })
    const without = await make(authenticator, { 3: named({ id: Uint8Array.of(1) }) })
    const wanting = { 4: named({ largeBlobKey: true }) }

    expect(bytesOf(map, 5)).toHaveLength(32)
    expect((await get(authenticator, { ...wanting, 3: [descriptor(id)] })).map.get(7)).toEqual(map.get(5))
    expect((await get(authenticator, { 3: [descriptor(id)] })).map.has(7)).toBe(false)
    expect((await get(authenticator, { ...wanting, 3: [descriptor(without.id)] })).map.has(7)).toBe(false)
  })

  test('are an empty array at first', async () => {
    const { authenticator } = honestAuthenticator()

    expect((await read(authenticator)).map.get(1)).toEqual(seal(Uint8Array.of(0x80)))
  })

  test('are written and read, whole or in pieces', async () => {
    const { authenticator } = honestAuthenticator()
    const whole = seal(concatBytes(Uint8Array.of(0x58, 100), new Uint8Array(100).fill(7)))

    expect((await write(authenticator, { 2: whole, 3: 0, 4: whole.length })).status).toBe('ok')
    expect((await read(authenticator)).map.get(1)).toEqual(whole)
    expect((await read(authenticator, 10, 5)).map.get(1)).toEqual(whole.slice(5, 15))
    expect((await read(authenticator, 10, whole.length)).map.get(1)).toEqual(new Uint8Array())
  })

  test('keep what was there if a write is not finished or not sound', async () => {
    const { authenticator } = honestAuthenticator()
    const before = (await read(authenticator)).map.get(1)
    const damaged = seal(Uint8Array.of(0x80)).fill(1, 2, 3)

    expect((await write(authenticator, { 2: damaged, 3: 0, 4: damaged.length })).status).toBe(
      'integrity_failure',
    )
    await write(authenticator, { 2: damaged.slice(0, 4), 3: 0, 4: damaged.length })
    expect((await read(authenticator)).map.get(1)).toEqual(before)
  })

  test('may be written by whoever is there when nothing protects them', async () => {
    const { authenticator } = honestAuthenticator({ userVerification: 'by_pin_only' })
    const whole = seal(Uint8Array.of(0x81, 0x00))
    const pieces = [
      numbered({ 2: whole.slice(0, 8), 3: 0, 4: whole.length }),
      numbered({ 2: whole.slice(8), 3: 8 }),
    ]

    for (const piece of pieces) expect((await send(authenticator, 0x0c, piece)).status).toBe('ok')
    expect((await read(authenticator)).map.get(1)).toEqual(whole)
  })

  test('are not continued after another command', async () => {
    const { authenticator } = honestAuthenticator({ userVerification: 'by_pin_only' })
    const whole = seal(Uint8Array.of(0x81, 0x00))
    await send(authenticator, 0x0c, numbered({ 2: whole.slice(0, 8), 3: 0, 4: whole.length }))
    await send(authenticator, 0x04)

    const { status } = await send(authenticator, 0x0c, numbered({ 2: whole.slice(8), 3: 8 }))
    expect(status).toBe('invalid_sequence')
  })

  const piece = seal(Uint8Array.of(0x80))
  const refusals: [string, Members, CtapRefusalCode][] = [
    ['neither reading nor writing', { 3: 0 }, 'invalid_parameter'],
    ['both', { 1: 1, 2: piece, 3: 0, 4: 17 }, 'invalid_parameter'],
    ['no offset', { 1: 1 }, 'missing_parameter'],
    ['reading beyond the end', { 1: 1, 3: 18 }, 'invalid_parameter'],
    ['reading more than fits', { 1: 65_473, 3: 0 }, 'invalid_length'],
    ['reading with a length', { 1: 1, 3: 0, 4: 1 }, 'invalid_parameter'],
    ['reading with a proof', { 1: 1, 3: 0, 5: piece }, 'invalid_parameter'],
    ['writing without length', { 2: piece, 3: 0 }, 'invalid_parameter'],
    ['writing nothing but a hash', { 2: piece, 3: 0, 4: 16 }, 'invalid_parameter'],
    ['writing more than there is room for', { 2: piece, 3: 0, 4: 16_385 }, 'large_blob_storage_full'],
    ['writing more than was said', { 2: seal(new Uint8Array(9)), 3: 0, 4: 17 }, 'invalid_parameter'],
    ['continuing with nothing begun', { 2: piece, 3: 8 }, 'invalid_sequence'],
    ['continuing with a length', { 2: piece, 3: 8, 4: 17 }, 'invalid_parameter'],
  ]

  test.each(refusals)('refuse %s', async (_, members, status) => {
    const { authenticator } = honestAuthenticator({ userVerification: 'by_pin_only' })

    expect((await send(authenticator, 0x0c, numbered(members))).status).toBe(status)
  })

  test('refuse a writer without proof', async () => {
    const { authenticator } = honestAuthenticator()
    const honest = { 2: piece, 3: 0, 4: piece.length }

    expect((await write(authenticator, { ...honest, 5: undefined })).status).toBe('puat_required')
    expect((await write(authenticator, { ...honest, 6: undefined })).status).toBe('missing_parameter')
    expect((await write(authenticator, { ...honest, 5: new Uint8Array(32) })).status).toBe('pin_auth_invalid')
  })
})
