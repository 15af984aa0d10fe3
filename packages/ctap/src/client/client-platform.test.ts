import { fromBase64url, fromUtf8, readCbor, toBase64url, toHex } from '@latchkey/encoding'
import { describe, expect, test } from 'vitest'
import {
  exampleAaguid,
  honestAuthenticator,
  makeAttestationAuthority,
} from '../honest-authenticator.fixture.ts'
import { type CreationOptionsJson, type RequestOptionsJson, toPrfSalt, webCryptography } from '../index.ts'
import { readFacts, sha256 } from '../platform.fixture.ts'

const page = { origin: 'https://login.example.org' }
const text = (byte: number, length = 32) => toBase64url(new Uint8Array(length).fill(byte))

const creation: CreationOptionsJson = {
  rp: { id: 'login.example.org', name: 'Example' },
  user: { id: text(0x5a), name: 'ada@example.org', displayName: 'Ada' },
  challenge: text(0xc1),
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
  authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  attestation: 'direct',
}
const request: RequestOptionsJson = {
  rpId: 'login.example.org',
  challenge: text(0xc2),
  userVerification: 'required',
}

const readJson = (encoded: string): unknown => JSON.parse(fromUtf8(fromBase64url(encoded)))
function readObject(encoded: string) {
  const value = readCbor(fromBase64url(encoded))
  if (!(value instanceof Map)) throw new Error('not a map')
  return value
}

describe('a client platform', () => {
  test('answers a creation as a browser does', async () => {
    const { client } = honestAuthenticator()

    const credential = await client.create({ ...creation, extensions: { credProps: true } }, page)

    expect(credential).toMatchObject({
      rawId: credential.id,
      type: 'public-key',
      authenticatorAttachment: 'cross-platform',
      clientExtensionResults: { credProps: { rk: true } },
      response: { transports: ['hybrid', 'internal'], publicKeyAlgorithm: -7 },
    })
    expect(readJson(credential.response.clientDataJSON)).toEqual({
      type: 'webauthn.create',
      challenge: creation.challenge,
      origin: page.origin,
      crossOrigin: false,
    })
  })

  test('answers a request as a browser does', async () => {
    const { client } = honestAuthenticator()
    const { id } = await client.create(creation, page)

    const assertion = await client.get(request, { ...page, topOrigin: 'https://portal.example.org' })

    expect(assertion).toMatchObject({ id, rawId: id, response: { userHandle: creation.user.id } })
    expect(readFacts(fromBase64url(assertion.response.authenticatorData)).flags).toBe(0x05)
    expect(readJson(assertion.response.clientDataJSON)).toEqual({
      type: 'webauthn.get',
      challenge: request.challenge,
      origin: page.origin,
      crossOrigin: true,
      topOrigin: 'https://portal.example.org',
    })
  })

  test('hands on attestation to who asked for it', async () => {
    const attestation = await (await makeAttestationAuthority()).issue({ aaguid: exampleAaguid })
    const { client } = honestAuthenticator({ attestation })

    const direct = readObject((await client.create(creation, page)).response.attestationObject)
    const { attestation: _, ...unasked } = creation
    const none = readObject((await client.create(unasked, page)).response.attestationObject)

    expect(direct.get('fmt')).toBe('packed')
    expect(none.get('fmt')).toBe('none')
    expect(none.get('attStmt')).toEqual(new Map())
    const data = none.get('authData')
    expect(data instanceof Uint8Array && toHex(data.slice(37, 53))).toBe(toHex(exampleAaguid))
  })

  test('asks for the identity of the device only where it may be had', async () => {
    const authority = await makeAttestationAuthority()
    const identity = await authority.issue({ name: 'Serial 4711' })
    const options = { ...creation, attestation: 'enterprise' }
    const enterpriseAttestation = { rpIds: ['login.example.org'], identity }
    const able = honestAuthenticator({ enterpriseAttestation })
    const unable = honestAuthenticator({ attestation: 'self' })

    const known = readObject((await able.client.create(options, page)).response.attestationObject)
    const unknown = readObject((await unable.client.create(options, page)).response.attestationObject)

    expect(known.get('attStmt')).toEqual(expect.any(Map))
    expect(known.get('fmt')).toBe('packed')
    expect(unknown.get('fmt')).toBe('packed')
  })

  test.each([
    ['discouraged', 'discouraged', { kept: false, flags: 0x41 }],
    ['discouraged', 'preferred', { kept: false, flags: 0x45 }],
    ['preferred', 'discouraged', { kept: true, flags: 0x45 }],
    ['required', undefined, { kept: true, flags: 0x45 }],
  ])(
    'with residentKey %s and userVerification %s does what follows',
    async (residentKey, wanted, expected) => {
      const { client, shelf } = honestAuthenticator()
      const authenticatorSelection = {
        residentKey,
        ...(wanted !== undefined && { userVerification: wanted }),
      }

      const { response } = await client.create({ ...creation, authenticatorSelection }, page)

      const [credential] = await shelf.listCredentials()
      const { flags } = readFacts(fromBase64url(response.authenticatorData))
      expect({ kept: credential?.discoverable, flags }).toEqual(expected)
    },
  )

  test('computes prf of what the page gives, for all and by credential', async () => {
    const { client } = honestAuthenticator()
    const values = { first: text(1), second: text(2, 5) }
    const made = await client.create({ ...creation, extensions: { prf: { eval: values } } }, page)
    const get = async (extensions: RequestOptionsJson['extensions']) =>
      (await client.get({ ...request, ...(extensions && { extensions }) }, page)).clientExtensionResults.prf

    const forAll = await get({ prf: { eval: values } })
    const own = { [made.id]: { first: text(2, 5) }, [text(9)]: { first: text(1) } }
    const byCredential = await get({ prf: { eval: values, evalByCredential: own } })

    expect(made.clientExtensionResults.prf).toEqual({ enabled: true, results: forAll?.results })
    expect(byCredential?.results).toEqual({ first: forAll?.results?.second })
    expect(await get(undefined)).toBeUndefined()
  })

  test('says that prf is not to be had over a bus', async () => {
    const { client } = honestAuthenticator({ transports: ['usb'] })
    const { clientExtensionResults } = await client.create({ ...creation, extensions: { prf: {} } }, page)

    expect(clientExtensionResults.prf).toEqual({ enabled: false })
  })

  test('asks for protection', async () => {
    const { client, shelf } = honestAuthenticator()
    await client.create(
      { ...creation, extensions: { credentialProtectionPolicy: 'userVerificationRequired' } },
      page,
    )

    expect((await shelf.listCredentials())[0]?.credProtect).toBe(3)
  })

  test('takes the page’s own name for the RP ID it does not give', async () => {
    const { client, shelf } = honestAuthenticator()
    await client.create({ ...creation, rp: { name: 'Example' } }, page)

    expect((await shelf.listCredentials())[0]?.rpId).toBe('login.example.org')
  })
})

describe('a client platform refuses', () => {
  test.each([
    ['another’s RP ID', 'example.com'],
    ['an RP ID that only ends alike', 'ample.org'],
    ['a name below its own', 'deep.login.example.org'],
  ])('%s', async (_, id) => {
    const { client, person } = honestAuthenticator()

    const refusal = { name: 'SecurityError' }
    await expect(client.create({ ...creation, rp: { id, name: 'E' } }, page)).rejects.toMatchObject(refusal)
    await expect(client.get({ ...request, rpId: id }, page)).rejects.toMatchObject(refusal)
    expect(person.asked).toEqual([])
  })

  test('a second passkey where one is excluded', async () => {
    const { client } = honestAuthenticator()
    const { id } = await client.create(creation, page)
    const excludeCredentials = [{ type: 'public-key', id }]

    await expect(client.create({ ...creation, excludeCredentials }, page)).rejects.toMatchObject({
      name: 'InvalidStateError',
    })
  })

  test('algorithms nobody has', async () => {
    const { client } = honestAuthenticator()
    const pubKeyCredParams = [{ type: 'public-key', alg: -999 }]

    await expect(client.create({ ...creation, pubKeyCredParams }, page)).rejects.toMatchObject({
      name: 'NotSupportedError',
    })
  })

  test('what the person denies, and what is not here', async () => {
    const { client, person } = honestAuthenticator()
    const refusal = { name: 'NotAllowedError' }

    await expect(client.get(request, page)).rejects.toMatchObject(refusal)
    await client.create(creation, page)
    const allowCredentials = [{ type: 'public-key', id: text(1) }]
    await expect(client.get({ ...request, allowCredentials }, page)).rejects.toMatchObject(refusal)
    person.next = { outcome: 'denied' }
    await expect(client.create(creation, page)).rejects.toMatchObject(refusal)
  })

  test('verification that nobody does', async () => {
    const { client } = honestAuthenticator({ userVerification: 'by_pin_only' })

    await expect(client.create(creation, page)).rejects.toMatchObject({ name: 'NotAllowedError' })
    await expect(client.get(request, page)).rejects.toMatchObject({ name: 'NotAllowedError' })
  })
})

test('the salt of prf is that of WebAuthn', async () => {
  const salt = await toPrfSalt(webCryptography(crypto.subtle), Uint8Array.of(1, 2, 3))

  expect(toHex(salt)).toBe(toHex(sha256(Buffer.from('WebAuthn PRF\0\u0001\u0002\u0003', 'latin1'))))
})
