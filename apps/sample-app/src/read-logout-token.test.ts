import { generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { verifyLogoutToken } from './read-logout-token.ts'

const { publicKey, privateKey } = await generateKeyPair('ES256')
const expected = { keys: async () => publicKey, issuer: 'https://id.example/t/v2.0', clientId: 'expenses' }
const honest: JWTPayload = {
  iss: expected.issuer,
  aud: expected.clientId,
  sub: 'grace',
  sid: 's1',
  jti: 'j1',
  iat: Math.floor(Date.now() / 1000),
  events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
}

async function sign(claims: Readonly<Record<string, unknown>>, key = privateKey): Promise<string> {
  // What is undefined is left out.
  return await new SignJWT(JSON.parse(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'ES256', typ: 'logout+jwt' })
    .sign(key)
}

describe('verifying a logout token', () => {
  test('takes what it ends', async () => {
    expect(await verifyLogoutToken(await sign(honest), expected)).toEqual({
      sub: 'grace',
      sid: 's1',
      tokenId: 'j1',
    })
  })

  test.each([
    ['of another issuer', { iss: 'https://evil.example' }],
    ['for another app', { aud: 'timesheets' }],
    ['of yesterday', { iat: Math.floor(Date.now() / 1000) - 86_400 }],
    ['that is an ID token', { events: undefined }],
    ['with another event', { events: { 'https://example/event': {} } }],
    ['with a nonce', { nonce: 'n' }],
    ['about nobody', { sub: undefined, sid: undefined }],
    ['without an id', { jti: undefined }],
  ])('refuses one %s', async (_, change) => {
    await expect(verifyLogoutToken(await sign({ ...honest, ...change }), expected)).rejects.toThrow()
  })

  test('refuses one that somebody else signed', async () => {
    const other = await generateKeyPair('ES256')

    await expect(verifyLogoutToken(await sign(honest, other.privateKey), expected)).rejects.toThrow()
  })
})
