import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { explain, finishPasskey } from './finish-passkey.ts'

const told = vi.fn(async (_: unknown) => {})
let answer: { readonly ok: boolean; readonly body: object }

beforeEach(() => {
  const part = { textContent: '', hidden: false, querySelector: () => null, focus: () => {} }
  const data = { textContent: '{"offline":{}}' }
  vi.stubGlobal('document', { getElementById: (id: string) => (id === 'data' ? data : part) })
  vi.stubGlobal('location', { hostname: 'localhost', assign: () => {} })
  vi.stubGlobal('fetch', async () => ({ ok: answer.ok, json: async () => answer.body }))
  vi.stubGlobal('PublicKeyCredential', { signalUnknownCredential: told })
})

afterEach(() => {
  told.mockClear()
  vi.unstubAllGlobals()
})

const finish = () => finishPasskey('flow', 'example.org', { id: 'AQID' }, 'Signing in')

describe('telling a device to forget a passkey', () => {
  test('is done when the server says that nobody has it', async () => {
    answer = { ok: false, body: { type: 'urn:latchkey:credential_unknown' } }

    expect(await finish()).toBe(false)

    expect(told.mock.calls).toEqual([[{ rpId: 'example.org', credentialId: 'AQID' }]])
  })

  test.each([
    'sign_in_failed',
    'passkey_dormant',
    'signature_invalid',
    'challenge_expired',
    'too_many_attempts',
    'fault',
    '',
  ])('is not done for %s', async (code) => {
    answer = { ok: false, body: { type: `urn:latchkey:${code}` } }

    expect(await finish()).toBe(false)

    expect(told).not.toHaveBeenCalled()
  })

  test('is not done when the server cannot be reached, or the browser gave no passkey', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))

    expect(await finish()).toBe(false)
    await explain('flow', {
      ceremony: 'get',
      name: 'NotAllowedError',
      message: '',
      elapsedMilliseconds: 5,
      timeoutMilliseconds: 5,
      automatic: true,
      focused: true,
      framed: false,
      secure: true,
      transports: [],
      capabilities: {},
    })

    expect(told).not.toHaveBeenCalled()
  })
})
