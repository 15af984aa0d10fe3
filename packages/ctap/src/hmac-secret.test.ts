import { concatBytes, readCbor } from '@latchkey/encoding'
import { describe, expect, test } from 'vitest'
import { honestAuthenticator } from './honest-authenticator.fixture.ts'
import type { Authenticator } from './index.ts'
import {
  agree,
  bytesOf,
  get,
  type Members,
  make,
  named,
  numbered,
  type PlatformProtocol,
  protocols,
  readFacts,
} from './platform.fixture.ts'

describe('hmac-secret', () => {
  const salt = (byte: number) => new Uint8Array(32).fill(byte)

  async function evaluate(
    authenticator: Authenticator,
    protocol: PlatformProtocol,
    { salts, change = {}, uv = true }: { salts: Uint8Array; change?: Members; uv?: boolean },
  ) {
    const { secret, key } = await agree(authenticator, protocol)
    const saltEnc = protocol.encrypt(secret, salts)
    const honest = { 1: key, 2: saltEnc, 3: protocol.authenticate(secret, saltEnc), 4: protocol.number }
    const extension = named({ 'hmac-secret': numbered({ ...honest, ...change }) })
    const answer = await get(authenticator, { 4: extension, 5: named({ uv }) })
    if (answer.status !== 'ok') return { status: answer.status }
    const extensions = readCbor(answer.data.slice(37))
    if (!(extensions instanceof Map)) throw new Error('no extensions')
    return { status: answer.status, secrets: protocol.decrypt(secret, bytesOf(extensions, 'hmac-secret')) }
  }

  test.each(protocols)(
    'gives each credential its own secrets, always the same (protocol $number)',
    async (protocol) => {
      const { authenticator } = honestAuthenticator()
      const { data } = await make(authenticator, { 6: named({ 'hmac-secret': true }) })

      const both = await evaluate(authenticator, protocol, { salts: concatBytes(salt(1), salt(2)) })
      const second = await evaluate(authenticator, protocol, { salts: salt(2) })
      const unverified = await evaluate(authenticator, protocol, { salts: salt(2), uv: false })
      await make(authenticator)
      const replaced = await evaluate(authenticator, protocol, { salts: salt(2) })

      expect(readFacts(data).flags & 0x80).toBe(0x80)
      expect(both.secrets).toHaveLength(64)
      expect(both.secrets?.slice(32)).toEqual(second.secrets)
      expect(both.secrets?.slice(0, 32)).not.toEqual(second.secrets)
      expect(unverified.secrets).not.toEqual(second.secrets)
      expect(replaced.secrets).not.toEqual(second.secrets)
    },
  )

  test.each([
    ['a salt of 16 bytes', { salts: new Uint8Array(16) }, 'invalid_length'],
    ['three salts', { salts: new Uint8Array(96) }, 'invalid_length'],
    ['salts nobody signed', { salts: salt(1), change: { 3: new Uint8Array(16) } }, 'pin_auth_invalid'],
    ['an unknown protocol', { salts: salt(1), change: { 4: 3 } }, 'invalid_parameter'],
    ['no salts', { salts: salt(1), change: { 2: undefined } }, 'missing_parameter'],
  ])('is refused with %s', async (_, request, status) => {
    const { authenticator } = honestAuthenticator()
    await make(authenticator)

    for (const protocol of protocols) {
      expect((await evaluate(authenticator, protocol, request)).status).toBe(status)
    }
  })

  test('is the first protocol’s when none is named', async () => {
    const { authenticator } = honestAuthenticator()
    await make(authenticator)
    const [first, second] = protocols
    const request = { salts: salt(1), change: { 4: undefined } }

    expect(first && (await evaluate(authenticator, first, request)).status).toBe('ok')
    expect(second && (await evaluate(authenticator, second, request)).status).toBe('pin_auth_invalid')
  })
})
