import { createECDH } from 'node:crypto'
import { fromHex, toHex } from '@latchkey/encoding'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toDerSignature } from './der-signature.ts'
import { webCryptography } from './index.ts'

const cryptography = webCryptography(crypto.subtle)

describe('the cryptography on top of WebCrypto', () => {
  test('encrypts as NIST SP 800-38A does, without padding', async () => {
    const key = fromHex('603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4')
    const iv = fromHex('000102030405060708090a0b0c0d0e0f')
    const plain = fromHex('6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51')
    const sealed = 'f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d'

    expect(toHex(await cryptography.aesCbcEncrypt(key, iv, plain))).toBe(sealed)
    expect(await cryptography.aesCbcDecrypt(key, iv, fromHex(sealed))).toEqual(plain)
  })

  test('decrypts what it encrypted, of any number of blocks', async () => {
    const blocks = fc
      .integer({ min: 0, max: 5 })
      .chain((count) => fc.uint8Array({ minLength: count * 16, maxLength: count * 16 }))
    await fc.assert(
      fc.asyncProperty(blocks, async (plain) => {
        const [key, iv] = [new Uint8Array(32), new Uint8Array(16)]
        const sealed = await cryptography.aesCbcEncrypt(key, iv, plain)
        expect(await cryptography.aesCbcDecrypt(key, iv, sealed)).toEqual(plain)
      }),
    )
  })

  test('agrees with another implementation, and with no point off the curve', async () => {
    const key = await cryptography.makeAgreementKey()
    const peer = createECDH('prime256v1')
    const point = Uint8Array.from(peer.generateKeys())
    const { x, y } = key.publicKey

    const agreed = await key.agree({ x: point.slice(1, 33), y: point.slice(33) })

    expect(agreed).toEqual(Uint8Array.from(peer.computeSecret(Uint8Array.of(4, ...x, ...y))))
    expect(await key.agree({ x: point.slice(1, 33), y: point.slice(1, 33) })).toBeUndefined()
  })

  test('signs with keys of its own alone', async () => {
    await expect(cryptography.sign({ algorithm: -7, handle: {} }, new Uint8Array())).rejects.toThrow(
      TypeError,
    )
  })
})

test.each([
  ['small numbers', `${'00'.repeat(31)}01${'00'.repeat(32)}`, '3006020101020100'],
  [
    'numbers that look negative',
    `80${'00'.repeat(31)}${'00'.repeat(31)}ff`,
    `3027022100${'80'}${'00'.repeat(31)}020200ff`,
  ],
])('a signature of %s is shortest in DER', (_, raw, der) => {
  expect(toHex(toDerSignature(fromHex(raw)))).toBe(der)
})
