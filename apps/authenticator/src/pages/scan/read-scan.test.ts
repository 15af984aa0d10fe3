import { writeLinkCode } from '@latchkey/ctap/hybrid'
import { fromHex } from '@latchkey/encoding'
import { describe, expect, test } from 'vitest'
import { readScan } from './read-scan.ts'

const origin = 'https://id.juniper.example'

/** The generator of P-256. */
const point = {
  x: '6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296',
  y: '4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5',
}

describe('reading a QR code', () => {
  test.each(['FIDO:/123456', 'fido:/9'])('leaves %s to the camera of the phone', (text) => {
    expect(readScan(text, origin)).toEqual({ kind: 'passkey' })
  })

  const linkCode = (server: string) =>
    writeLinkCode({
      clientKey: { x: fromHex(point.x), y: fromHex(point.y) },
      secret: new Uint8Array(16).fill(7),
      routingId: new Uint8Array(3),
      server,
      linkId: '0198c0de-0000-7000-8000-000000000001',
    })

  test('knows the code of a browser that wants to be linked', () => {
    const code = linkCode(origin)

    expect(readScan(code, origin)).toEqual({ kind: 'link', code })
  })

  test('leads to the app of another server to be linked there', () => {
    expect(readScan(linkCode('https://id.other.example'), origin)).toEqual({
      kind: 'otherServer',
      host: 'id.other.example',
      address: 'https://id.other.example/authenticator',
    })
  })

  test.each(['LATCHKEY-LINK:/', 'LATCHKEY-LINK:/000', `LATCHKEY-LINK:/${'9'.repeat(400)}`])(
    'links nothing for %s',
    (text) => {
      expect(readScan(text, origin)).toEqual({ kind: 'unknown' })
    },
  )

  test('reads a key for one-time codes', () => {
    expect(readScan('otpauth://totp/Shop:ada?secret=JBSWY3DPEHPK3PXP', origin)).toMatchObject({
      kind: 'codes',
      codes: { issuer: 'Shop', account: 'ada' },
    })
  })

  test('adds an account of its own server, and says whose', () => {
    expect(readScan(`${origin}/authenticator/add?userName=ada@juniper.example`, origin)).toEqual({
      kind: 'account',
      userName: 'ada@juniper.example',
    })
  })

  test('leads to the app of another server, and to nothing else there', () => {
    expect(readScan('https://id.other.example/authenticator/add?x=1#y', origin)).toEqual({
      kind: 'otherServer',
      host: 'id.other.example',
      address: 'https://id.other.example/authenticator',
    })
  })

  test.each([
    'https://id.other.example/sign-in',
    'http://id.other.example/authenticator',
    'javascript:alert(1)//authenticator',
    'otpauth://hotp/Shop:ada?secret=JBSWY3DPEHPK3PXP',
    'https://',
    '',
  ])('opens nothing for %s', (text) => {
    expect(readScan(text, origin)).toEqual({ kind: 'unknown' })
  })
})
