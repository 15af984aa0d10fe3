import { describe, expect, test } from 'vitest'
import { readBase32 } from './base32.ts'
import { makeCode, millisecondsLeft } from './one-time-code.ts'
import { readOtpauth } from './read-otpauth.ts'

const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const digit = '1234567890'

describe('making a one-time code', () => {
  // RFC 6238, appendix B.
  test.each([
    [59, 'SHA-1', 20, '94287082'],
    [1111111109, 'SHA-1', 20, '07081804'],
    [20000000000, 'SHA-1', 20, '65353130'],
    [59, 'SHA-256', 32, '46119246'],
    [2000000000, 'SHA-256', 32, '90698825'],
    [59, 'SHA-512', 64, '90693936'],
    [20000000000, 'SHA-512', 64, '47863826'],
  ] as const)('at %i with %s', async (seconds, algorithm, length, expected) => {
    const secret = ascii(digit.repeat(7).slice(0, length))

    expect(await makeCode({ secret, algorithm, digits: 8, periodSeconds: 30 }, seconds * 1000)).toBe(expected)
  })

  test('says how long it counts', () => {
    expect(millisecondsLeft({ periodSeconds: 30 }, 61_000)).toBe(29_000)
  })
})

describe('reading a key for codes', () => {
  test('reads what is usual', () => {
    const read = readOtpauth(
      'otpauth://totp/Juniper%20Works:ada%40juniper.example?secret=jbsw%20y3dp&issuer=Juniper',
    )

    expect(read).toEqual({
      secret: ascii('Hello'),
      algorithm: 'SHA-1',
      digits: 6,
      periodSeconds: 30,
      issuer: 'Juniper',
      account: 'ada@juniper.example',
    })
  })

  test('takes the issuer from the label, and everything that is said', () => {
    expect(
      readOtpauth('otpauth://totp/Shop:ada?secret=JBSWY3DP&algorithm=sha256&digits=8&period=60'),
    ).toMatchObject({
      issuer: 'Shop',
      algorithm: 'SHA-256',
      digits: 8,
      periodSeconds: 60,
    })
  })

  test.each([
    'otpauth://totp/ada',
    'otpauth://totp/ada?secret=1',
    'otpauth://totp/ada?secret=JBSWY3DP&digits=4',
    'otpauth://totp/ada?secret=JBSWY3DP&period=0',
    'otpauth://totp/ada?secret=JBSWY3DP&period=30.5',
    'otpauth://totp/ada?secret=JBSWY3DP&algorithm=MD5',
    'otpauth://totp/%zz?secret=JBSWY3DP',
  ])('reads nothing of %s', (text) => {
    expect(readOtpauth(text)).toBeUndefined()
  })

  test('reads base32 as people type it', () => {
    expect(readBase32('jbsw y3dp-')).toEqual(ascii('Hello'))
    expect(readBase32('  ')).toBeUndefined()
    expect(readBase32('A')).toBeUndefined()
  })
})
