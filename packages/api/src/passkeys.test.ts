import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createPasskey, getPasskey } from './passkeys.ts'

/** What a browser that knows no JSON functions was asked for. */
let asked: CredentialRequestOptions & CredentialCreationOptions

const answer = (options: object) => {
  asked = options
  return Promise.reject(new DOMException('closed', 'NotAllowedError'))
}

beforeEach(() => {
  vi.stubGlobal('PublicKeyCredential', class {})
  vi.stubGlobal('navigator', { credentials: { get: answer, create: answer } })
  vi.stubGlobal('document', { hasFocus: () => true })
  vi.stubGlobal('window', { isSecureContext: true })
})

afterEach(() => vi.unstubAllGlobals())

describe('a browser without the JSON functions of Level 3', () => {
  test('is given bytes where bytes belong, to sign in', async () => {
    const allowCredentials = [{ id: 'AQID', type: 'public-key', transports: ['internal'] }]

    await getPasskey({ challenge: '__8', rpId: 'localhost', allowCredentials }, { automatic: false })

    expect(asked.publicKey).toEqual({
      challenge: Uint8Array.of(255, 255),
      rpId: 'localhost',
      allowCredentials: [{ id: Uint8Array.of(1, 2, 3), type: 'public-key', transports: ['internal'] }],
    })
  })

  test('is given bytes where bytes belong, to make a passkey', async () => {
    const options: PublicKeyCredentialCreationOptionsJSON = {
      rp: { id: 'localhost', name: 'Contoso' },
      user: { id: 'AQID', name: 'kay@contoso.example', displayName: 'Kay' },
      challenge: '-_-_',
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
      excludeCredentials: [{ id: 'BA', type: 'public-key' }],
    }

    await createPasskey(options, { automatic: false })

    expect(asked.publicKey).toEqual({
      ...options,
      user: { ...options.user, id: Uint8Array.of(1, 2, 3) },
      challenge: Uint8Array.of(0xfb, 0xff, 0xbf),
      excludeCredentials: [{ id: Uint8Array.of(4), type: 'public-key' }],
    })
  })
})

describe('a ceremony that fails', () => {
  test('says what is known, for the server to explain', async () => {
    const allowCredentials = [{ id: 'AQ', type: 'public-key', transports: ['hybrid', 'internal', 'hybrid'] }]

    const result = await getPasskey({ challenge: 'AA', timeout: 5, allowCredentials }, { automatic: true })

    expect(result).toMatchObject({
      ok: false,
      failure: {
        ceremony: 'get',
        name: 'NotAllowedError',
        message: 'closed',
        timeoutMilliseconds: 5,
        automatic: true,
        focused: true,
        secure: true,
        transports: ['hybrid', 'internal'],
        capabilities: {},
      },
    })
  })

  test('names a browser that has no passkeys at all', async () => {
    vi.stubGlobal('PublicKeyCredential', undefined)

    const result = await getPasskey({ challenge: 'AA' }, { automatic: false })

    expect(result).toMatchObject({ ok: false, failure: { name: 'NotSupportedError' } })
  })
})
