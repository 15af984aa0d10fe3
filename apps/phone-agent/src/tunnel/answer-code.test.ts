import { clientPlatform, webCryptography } from '@latchkey/ctap'
import {
  deriveAdvertKey,
  type HybridCode,
  hybridCryptography,
  meetByCode,
  type OpenAdvert,
  openAdvert,
  readMeeting,
  toTunnelSocket,
} from '@latchkey/ctap/hybrid'
import { toBase64url } from '@latchkey/encoding'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { openTestTunnel, pin, type TestPhone, takeTestPhone } from '../test-phone.fixture.ts'
import { answerCode } from './answer-code.ts'
import { NoTunnel } from './find-tunnel.ts'

const cryptography = hybridCryptography(crypto.subtle)
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const origin = 'https://id.example'

/** A browser that shows a code. */
async function showCode() {
  const clientKey = await cryptography.makeAgreementKey()
  const secret = random(16)
  const code: HybridCode = { clientKey: clientKey.publicKey, secret, knownDomains: 2, hint: 'ga' }
  const key = await deriveAdvertKey(cryptography, { secret })
  return {
    code,
    /** Come through the tunnel, with what was heard; or with what somebody made up who heard nothing. */
    async come(service: URL, advert: OpenAdvert) {
      const webSocket = new WebSocket(new URL(`/cable/connect/0a0b0c/${'0'.repeat(32)}`, service), [
        'fido.cable',
      ])
      await new Promise((resolve) => webSocket.on('open', resolve))
      const socket = toTunnelSocket(webSocket)
      return await meetByCode({ cryptography, random }, { clientKey, secret }, { advert, socket })
    },
    async hear({ adverts }: TestPhone) {
      await expect.poll(() => adverts.length).toBe(1)
      return await openAdvert(cryptography, key, adverts[0] ?? new Uint8Array())
    },
  }
}

/** A phone that answers, and the browser whose code it has read. */
async function meet(...keys: readonly string[]) {
  const url = await openTestTunnel()
  const phone = await takeTestPhone({ tunnel: { domain: 266, url } })
  phone.keys.push(...keys)
  const browser = await showCode()
  const answered = answerCode(phone.agent, browser.code)
  const advert = await browser.hear(phone)
  return { phone, url, browser, answered, advert }
}

const creation = {
  rp: { id: 'id.example', name: 'Good\u001b[2J Bank' },
  user: { id: toBase64url(random(16)), name: 'ada', displayName: 'Ada\nPIN accepted' },
  challenge: toBase64url(random(32)),
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
  authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
} as const

describe('answering the code of a browser', () => {
  test('says where to meet, and makes the passkey that the person agrees to with the PIN', async () => {
    const { phone, url, browser, answered, advert } = await meet(pin)

    const remote = await browser.come(url, advert)
    const platform = clientPlatform(remote, webCryptography(crypto.subtle))
    const made = await platform.create(creation, { origin })
    await remote.finish()

    expect(readMeeting(advert)).toMatchObject({ tunnelDomain: 266, routingId: Uint8Array.of(10, 11, 12) })
    expect(await answered).toBe('made')
    expect((await phone.store.read()).credentials.map(({ id }) => id)).toEqual([made.id])
    expect(phone.agent.vault.isOpen()).toBe(false)
  })

  test('prints nothing of the wire but letters', async () => {
    const { phone, url, browser, answered, advert } = await meet(pin)

    const remote = await browser.come(url, advert)
    await clientPlatform(remote, webCryptography(crypto.subtle)).create(creation, { origin })
    await remote.finish()
    await answered

    expect(phone.printed()).toContain('Good�[2J Bank')
    expect(phone.printed()).toContain('Ada�PIN accepted')
  })

  test.each([
    ['an empty line', ['']],
    ['nobody there', []],
    ['a wrong PIN, then an empty line', ['000001', '']],
  ])('takes %s for a no', async (_, keys) => {
    const { phone, url, browser, answered, advert } = await meet(...keys)

    const remote = await browser.come(url, advert)
    const created = clientPlatform(remote, webCryptography(crypto.subtle)).create(creation, { origin })

    await expect(created).rejects.toThrow(DOMException)
    await remote.finish()
    expect(await answered).toBe('denied')
    expect((await phone.store.read()).credentials).toEqual([])
  })

  test('asks nothing for who has the code and has not heard the advert', async () => {
    const { phone, url, browser, answered, advert } = await meet(pin)
    const guessed = { plain: advert.plain.with(1, (advert.plain[1] ?? 0) ^ 1) }

    await expect(browser.come(url, guessed)).rejects.toThrow()

    expect(await answered).toBe('refused')
    expect(phone.printed()).not.toContain('PIN')
  })

  test('uses no tunnel service that is somebody else’s', async () => {
    const phone = await takeTestPhone()

    await expect(answerCode(phone.agent, (await showCode()).code)).rejects.toThrow(NoTunnel)
  })
})
