import { encodeCbor, fromHex, readCbor, toHex } from '@latchkey/encoding'
import { describe, expect, test } from 'vitest'
import { deriveAdvertKey, openAdvert, readMeeting, sealAdvert } from './advert.ts'
import { derive } from './derive.ts'
import { fromDigits, toDigits } from './digits.ts'
import { beginHandshake } from './handshake.ts'
import { readHybridCode, writeHybridCode } from './hybrid-code.ts'
import { readFirstMessage, readMessage } from './messages.ts'
import { fromCompressed, toCompressed, toUncompressed } from './point.ts'
import { cryptography, publishedKey } from './tunnel.fixture.ts'
import { toTunnelDomain } from './tunnel-domain.ts'

/** What others published of their own implementations, so that both halves of ours cannot agree on a mistake. */

describe('reading what Chromium publishes', () => {
  // chromium/chromium, device/fido/cable/v2_handshake_unittest.cc
  test('digits', () => {
    expect(toDigits(Uint8Array.of(0x61, 0x62, 0xff))).toBe('16736865')
    expect(fromDigits('16736865')).toEqual(Uint8Array.of(0x61, 0x62, 0xff))
  })

  test.each(['a', '999', '1', '12', '1234'])('digits that are none: %s', (digits) => {
    expect(() => fromDigits(digits)).toThrow('bad_digits')
  })

  test.each([
    [256, 'cable.qz2ekwmnd332c.info'],
    [257, 'cable.4a6bwmj6hiyyd.net'],
    [266, 'cable.wufkweyy3uaxb.com'],
  ])('tunnel domain %i', async (id, domain) => {
    expect(await toTunnelDomain(cryptography, id)).toBe(domain)
  })

  test.each([2, 255, -1, 0x10000, 256.5])('a tunnel domain that is none: %d', async (id) => {
    await expect(toTunnelDomain(cryptography, id)).rejects.toThrow('unknown_tunnel_domain')
  })
})

describe('reading what webauthn-rs publishes', () => {
  // kanidm/webauthn-rs, webauthn-authenticator-rs/src/cable/{handshake,discovery}.rs
  test.each([
    [
      'Chrome',
      'FIDO:/162870791865632382552704231438327900152302540348097243854039966655366469794954476199158014113179232779520163209900691930075274801398564434658077048963842109321447142660',
    ],
    [
      'Safari',
      'FIDO:/089962132878132862898875319509818655951233947060166026934941652203853844930597225184066237811614893181300344014421205790072080843938838513707157859599106109321447142404',
    ],
  ])('a code that %s showed', (_, text) => {
    const code = readHybridCode(text)

    expect(code.knownDomains).toBe(2)
    expect(code.madeAt?.getUTCFullYear()).toBeGreaterThan(2020)
    expect(writeHybridCode(code)).toBe(text)
  })

  test('a derived tunnel domain', async () => {
    expect(await toTunnelDomain(cryptography, 0xf980)).toBe('cable.my4kstlhndi4c.net')
  })

  test('the tunnel of a secret of zeros', async () => {
    const tunnelId = await derive(cryptography, 'tunnelId', { secret: new Uint8Array(16) })

    expect(toHex(tunnelId)).toBe('3eef97097986413b059eaa2a30d653d4')
  })

  test('an advert that a telephone sent', async () => {
    const secret = Uint8Array.of(1, 254, 166, 247, 196, 128, 116, 147, 220, 37, 111, 158, 172, 247, 86, 201)
    const heard = Uint8Array.of(
      ...[2, 125, 132, 237, 96, 118, 181, 94, 36, 124, 131, 15, 130, 149, 94, 77, 18, 110, 127, 67],
    )
    const key = await deriveAdvertKey(cryptography, { secret })
    const advert = await openAdvert(cryptography, key, heard)

    expect(readMeeting(advert)).toEqual({
      nonce: Uint8Array.of(139, 181, 197, 201, 164, 77, 145, 58, 94, 178),
      routingId: Uint8Array.of(2, 101, 85),
      tunnelDomain: 0,
    })
    expect(await sealAdvert(cryptography, key, advert)).toEqual(heard)
    expect(toHex(await derive(cryptography, 'tunnelId', { secret }))).toBe('367cbbf5f5085df4098476afe4b9b1d2')
  })
})

describe('deriving what libwebauthn publishes', () => {
  // linux-credentials/libwebauthn, libwebauthn/src/transport/cable/crypto.rs
  const secret = fromHex('00112233445566778899aabbccddeeff')

  test.each([
    [
      'without a salt',
      '',
      'efafab5b2c84a11c80e3ad0770353138b414a859ccd3afcc99e3d3250dba65084ede8e38e75432617c0ccae1ffe5d8143df0db0cd6d296f489419cd6411ee505',
    ],
    [
      'with a salt',
      'ffeeddccbbaa998877665544332211',
      '168cf3dd220a7907f8bac30f559be92a3b6d937fe5594beeaf1e50e35976b7d654dd550e22ae4c801b9d1cdbf0d2b1472daa1328661eb889acae3023b7ffa509',
    ],
  ])('%s', async (_, salt, expected) => {
    expect(toHex(await derive(cryptography, 'advert', { secret, salt: fromHex(salt) }))).toBe(expected)
  })
})

/**
 * A whole conversation with an iPhone, with the client's private keys. Source: inabajunmr/zenn,
 * articles/binary-hybrid-transport.md. (The first byte of the first message's tag, 53, is
 * printed there as the last of the key before it.)
 */
describe('going through the conversation with an iPhone that inabajunmr published', () => {
  const secret = fromHex('97aa809b276911764f20b2921b6c7539')
  const compressed = fromHex('021bbbd2af0fab1596103e86e66aa242b0e6d935c8982229fe106aecdef3542049')
  const clientPrivate = 'b85bd584301fd9d938307a0a7d63608ce6272671052023c2e85dad1efc90707f'
  const ephemeralPrivate = '9b4d1b8f9de3f44af2c3e9b41377fa23deb7e9582f3cbab6d9dbd3ac4c66cb16'
  const ephemeralPublic =
    '0469361c21990613e68103b62480f865b2fac4e9101a7bc83a0aa6bbb7d17988ccae1833a49ae91cca2200ed650d0ee1ac0030e7eabb1b7128bb0884362da22366'
  const code =
    'FIDO:/526655166081926790466861943578209849612861246703166115785136344826622391203681835852636216363878009120090945677715803150062612644112453027276793616139010001418644039521330016776985'
  const heard = fromHex('9f4bc7c7ed77b8a021ba504084f19c55ab2a9e89')

  const hear = async () => openAdvert(cryptography, await deriveAdvertKey(cryptography, { secret }), heard)

  async function handshake() {
    const advert = await hear()
    const preSharedKey = await derive(cryptography, 'preSharedKey', { secret, salt: advert.plain })
    const clientKey = await publishedKey(clientPrivate, toHex(toUncompressed(fromCompressed(compressed))))
    const ephemeral = await publishedKey(ephemeralPrivate, ephemeralPublic)
    return beginHandshake(cryptography, { by: 'code', clientKey }, { preSharedKey, ephemeral })
  }

  async function talk() {
    const { finish } = await handshake()
    const { channel } = await finish(
      fromHex(
        '043e506f57ca06d713b770fb99560f6db4d9ff8cff7c55f96220f48dbe635ced8dd95cae1a8c6d8f273a297e7c00ac6872badfa377f872dc8c076c21679ce19b5605d73235109111433fade982b0918e17',
      ),
    )
    const first = await channel.open(
      fromHex(
        'd63919aa1962f73b948ae3a558d4b2d8a3bf069fe74a722647cea87fc0ef23794985ec6f70158ce4dc6965280bc14bc6ec6e59fa9648d74598abe564a5dbc13b651f1bb68aef38d85c9e75e4f4719295aee837d864630d4e76974d1db9251ae3d0947a209e3d03a845bbb3f9542d83f770e5e194d6dfa33b3eb219f99a40e57d8364d0f7020cb65bf506087965d5efd2',
      ),
    )
    return { channel, first }
  }

  test('its code, with a member that means nothing', () => {
    const read = readHybridCode(code)

    expect(toCompressed(read.clientKey)).toEqual(compressed)
    expect(read).toMatchObject({ secret, knownDomains: 2, madeAt: new Date(1780082784000), hint: 'ga' })
    expect(read.canLink).toBeUndefined()
    const map = new Map<number, number | string | Uint8Array | number[]>([
      [0, compressed],
      [1, secret],
      [2, 2],
      [3, 1780082784],
      [5, 'ga'],
      [6, [0]],
      [0xffff, 0],
    ])
    expect(`FIDO:/${toDigits(encodeCbor(map))}`).toBe(code)
  })

  test('its advert, its tunnel and whose tunnel service that is', async () => {
    const advert = await hear()

    expect(toHex(advert.plain)).toBe('006832febb84eab2ff632c4d58880100')
    expect(await toTunnelDomain(cryptography, readMeeting(advert).tunnelDomain)).toBe('cable.auth.com')
    expect(toHex(await derive(cryptography, 'tunnelId', { secret }))).toBe('95074c89b06c2eb6bd4d79566d38dbf0')
  })

  test('the first message of the handshake', async () => {
    const { message } = await handshake()

    expect(toHex(message)).toBe(`${ephemeralPublic}53f8f93344c8213dd9e0e6c67c29139e`)
  })

  test('what it says of itself', async () => {
    const { first } = await talk()

    const info = readCbor(readFirstMessage(first))
    expect(info).toBeInstanceOf(Map)
    expect(info instanceof Map && info.get(1)).toContain('FIDO_2_0')
  })

  test('the request, byte by byte, and the assertion that came back', async () => {
    const { channel } = await talk()

    const request = await channel.seal(
      fromHex(
        '0102a3016b6578616d706c652e636f6d025820c6d10de1fc2d9bcffe91bd86800f1901760338fd70ca09c9e0c5b163a6ef0fdd05a1627576f5',
      ),
    )
    const answer = await channel.open(
      fromHex(
        '860cb6a01646c8d16c644add796b3d80f7d6e2f32f1f7bc866c48725aefab396f5d92b22970e831425e7ed6a5b3b8c878bf4431bde119a8bf0b06261526892d07ac40a70be983ee705ec7216035a60911e85d4d99c842c50977072f2dd03cb6ba4fad021464627056094856fa98323bc71b0bad68607aef0972c5ae6d776cb19e96a9bf1880f2e08e2c2b5f7425551f3e7f71a6781da28008a44e961d958323d96aa9abd5ca58089641731189f905d6fd2e15bfc97c5891b94ba59738dda2117265386f58e756293825cb7c1156cb24e59a80004b19aaed89724fe1f3710ce5a67caf8ac4a4cda6289dd1f403c2bbf83fd9b582969a22cb217b44996350a06da4b7eadfd8d026fe804f01c452b285645',
      ),
    )

    expect(toHex(request)).toBe(
      '235220c6e1ef1d414abf8a7ce43032f65fabe42c59911018c5ab1a8f71a853a07aa6560bfb50f483e27d8335537e8d2a531e599cd7d8ab9ad279218ab442f5996be8dec747bf3b87613a321481fc26cd',
    )
    const { type, payload } = readMessage(answer)
    expect(type).toBe('ctap')
    expect(payload[0]).toBe(0)
    const assertion = readCbor(payload.subarray(1))
    const data = assertion instanceof Map ? assertion.get(2) : undefined
    expect(data instanceof Uint8Array && toHex(data.subarray(0, 32))).toBe(
      toHex(await cryptography.sha256(new TextEncoder().encode('example.com'))),
    )
    expect(data instanceof Uint8Array && (data[32] ?? 0) & 0x05).toBe(0x05)
  })
})
