import { toHex } from '@latchkey/encoding'
import { describe, expect, test } from 'vitest'
import { honestAuthenticator } from '../honest-authenticator.fixture.ts'
import { isLinkCode, offerLink, readHybridCode, readLinkCode, takeLink, writeLinkCode } from '../hybrid.ts'
import { answerLinked } from './answer-hybrid.ts'
import { meetByLink } from './hybrid-client.ts'
import { cryptography, deps, tunnel } from './tunnel.fixture.ts'

const linkId = '0198c0de-0000-7000-8000-000000000001'

async function showCode() {
  const shown = { clientKey: await cryptography.makeAgreementKey(), secret: deps.random(16) }
  const text = writeLinkCode({
    clientKey: shown.clientKey.publicKey,
    secret: shown.secret,
    routingId: Uint8Array.of(1, 2, 3),
    server: 'https://login.example.org',
    linkId,
  })
  return { shown, text }
}

const newOffer = async () => ({
  contactId: deps.random(16),
  authenticatorKey: await cryptography.makeAgreementKey(),
  name: 'Ada’s phone',
})

describe('linking two devices of ours', () => {
  test('gives both ends the same secret, hash and digits, and a link that signs', async () => {
    const { shown, text } = await showCode()
    const [clientSocket, phoneSocket] = tunnel()
    const own = await newOffer()

    const [offered, taken] = await Promise.all([
      offerLink(deps, { code: readLinkCode(text), socket: phoneSocket, own }),
      takeLink(deps, shown, clientSocket),
    ])

    expect(taken).toMatchObject({
      ...offered,
      name: own.name,
      authenticatorKey: own.authenticatorKey.publicKey,
    })
    expect(offered.digits).toMatch(/^\d{6}$/)
    const [again, phone] = tunnel()
    const clientNonce = deps.random(16)
    const client = {
      linkSecret: offered.linkSecret,
      authenticatorKey: own.authenticatorKey,
      guarded: true,
    }
    const { authenticator } = honestAuthenticator({ transports: ['hybrid', 'internal'] })
    const served = answerLinked(deps, authenticator, { client, clientNonce, socket: phone })
    const remote = await meetByLink(deps, taken, { clientNonce, socket: again })
    await remote.finish()
    expect(await served).toBe('finished')
  })

  test('gives who stands between other hashes on both sides', async () => {
    const victim = await showCode()
    const attacker = await showCode()
    const [victimSocket, toVictim] = tunnel()
    const [attackerSocket, phoneSocket] = tunnel()
    const own = await newOffer()

    // He saw the code, shows the telephone one of his own, and plays the telephone to the victim's browser.
    const [taken, , offered] = await Promise.all([
      takeLink(deps, victim.shown, victimSocket),
      offerLink(deps, { code: readLinkCode(victim.text), socket: toVictim, own: await newOffer() }),
      offerLink(deps, { code: readLinkCode(attacker.text), socket: phoneSocket, own }),
      takeLink(deps, attacker.shown, attackerSocket),
    ])

    expect(toHex(taken.handshakeHash)).not.toBe(toHex(offered.handshakeHash))
  })

  test('is refused by who did not see the code', async () => {
    const { text } = await showCode()
    const other = await showCode()
    const [clientSocket, phoneSocket] = tunnel()

    const offered = offerLink(deps, { code: readLinkCode(text), socket: phoneSocket, own: await newOffer() })
    offered.catch(() => undefined)

    await expect(takeLink(deps, other.shown, clientSocket)).rejects.toThrow('foreign_advert')
    clientSocket.close()
    await expect(offered).rejects.toThrow('disconnected')
  })

  test('has a code that no browser shows and no reader of browsers’ codes takes', async () => {
    const { text } = await showCode()

    expect(isLinkCode(text)).toBe(true)
    expect(isLinkCode('FIDO:/1')).toBe(false)
    expect(() => readHybridCode(text)).toThrow('not_a_hybrid_code')
    expect(() => readLinkCode(`FIDO:/${text.slice('LATCHKEY-LINK:/'.length)}`)).toThrow('not_a_hybrid_code')
  })
})
