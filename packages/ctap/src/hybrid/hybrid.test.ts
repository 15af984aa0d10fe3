import { concatBytes, encodeCbor, toHex } from '@latchkey/encoding'
import { describe, expect, test } from 'vitest'
import { honestAuthenticator } from '../honest-authenticator.fixture.ts'
import {
  answerHybrid,
  answerLinked,
  type CodeMeeting,
  deriveAdvertKey,
  type HybridCode,
  type KnownClient,
  meetByCode,
  meetByLink,
  openAdvert,
  readContactRequest,
  readHybridCode,
  type ShownCode,
  writeContactRequest,
  writeHybridCode,
} from '../hybrid.ts'
import { clientPlatform } from '../index.ts'
import { proveLink, verifyLink } from './link-proof.ts'
import { readUpdate, writeUpdate } from './messages.ts'
import { toUncompressed } from './point.ts'
import { air, cryptography, deps, tunnel } from './tunnel.fixture.ts'

const origin = 'https://login.example.org'
const challenge = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
const creation = {
  rp: { id: 'login.example.org', name: 'Example' },
  user: { id: 'AAAA', name: 'ada', displayName: 'Ada' },
  challenge,
  pubKeyCredParams: [{ type: 'public-key' as const, alg: -7 }],
  authenticatorSelection: { residentKey: 'required' as const, userVerification: 'required' as const },
}
const request = { rpId: 'login.example.org', challenge, userVerification: 'required' as const }

/** A browser that shows a code, a telephone that read it, and a tunnel between them. */
async function meeting(change: Partial<CodeMeeting> = {}, tamper?: Parameters<typeof tunnel>[0]) {
  const shown: ShownCode = { clientKey: await cryptography.makeAgreementKey(), secret: deps.random(16) }
  const code: HybridCode = {
    clientKey: shown.clientKey.publicKey,
    secret: shown.secret,
    knownDomains: 2,
    hint: 'mc',
  }
  const [browserSocket, phoneSocket] = tunnel(tamper)
  const { advertise, hear } = air()
  const heard = hear()
  const phone = honestAuthenticator({ transports: ['hybrid', 'internal'] })
  const served = answerHybrid(deps, phone.authenticator, {
    code: readHybridCode(writeHybridCode(code)),
    socket: phoneSocket,
    routingId: Uint8Array.of(1, 2, 3),
    tunnelDomain: 266,
    advertise,
    ...change,
  })
  served.catch(() => undefined)
  const listen = async () => openAdvert(cryptography, await deriveAdvertKey(cryptography, shown), await heard)
  return { shown, phone, served, browserSocket, phoneSocket, listen }
}

describe('speaking to a telephone whose advert was heard', () => {
  test('makes a passkey and signs in with it', async () => {
    const { shown, served, browserSocket, listen } = await meeting()

    const remote = await meetByCode(deps, shown, { advert: await listen(), socket: browserSocket })
    const browser = clientPlatform(remote, cryptography)
    const made = await browser.create(creation, { origin })
    const signed = await browser.get(request, { origin })
    await remote.finish()

    expect(signed.id).toBe(made.id)
    expect(await served).toBe('finished')
  })

  test('says at once when the browser is gone', async () => {
    const { shown, served, browserSocket, listen } = await meeting()
    await meetByCode(deps, shown, { advert: await listen(), socket: browserSocket })

    browserSocket.close()

    expect(await served).toBe('left')
  })

  test('takes the question back when the browser leaves', async () => {
    const { shown, phone, browserSocket, served, listen } = await meeting()
    let signal: AbortSignal | undefined
    phone.person.confirm = (asked) => {
      signal = asked.signal
      return new Promise(() => undefined)
    }
    const remote = await meetByCode(deps, shown, { advert: await listen(), socket: browserSocket })
    const refused = expect(
      clientPlatform(remote, cryptography).create(creation, { origin }),
    ).rejects.toThrow()
    await expect.poll(() => signal).toBeDefined()

    browserSocket.close()

    await refused
    expect(await served).toBe('left')
    expect(signal?.aborted).toBe(true)
  })

  test('signs nothing for who did not hear the advert', async () => {
    const { shown, phone, served, browserSocket } = await meeting()
    // He has the code and the tunnel, and has to guess what was in the air: ten bytes.
    const advert = { plain: concatBytes(new Uint8Array(11), Uint8Array.of(1, 2, 3, 10, 1)) }

    await expect(meetByCode(deps, shown, { advert, socket: browserSocket })).rejects.toThrow('disconnected')

    await expect(served).rejects.toThrow('handshake_failed')
    expect(phone.person.asked).toEqual([])
  })

  test('signs nothing for who heard the advert and did not make the code', async () => {
    const { shown, phone, served, browserSocket, listen } = await meeting()
    const other = { ...shown, clientKey: await cryptography.makeAgreementKey() }

    await expect(meetByCode(deps, other, { advert: await listen(), socket: browserSocket })).rejects.toThrow()

    await expect(served).rejects.toThrow('handshake_failed')
    expect(phone.person.asked).toEqual([])
  })

  test.each(['left', 'right'] as const)('ends when a frame comes again, from the %s', async (side) => {
    const seen: Uint8Array[] = []
    const { shown, served, browserSocket, listen } = await meeting({}, (message, from) => {
      if (from !== side) return message
      seen.push(message)
      // The handshake goes through; after that the first frame comes a second time.
      return seen.length >= 3 ? (seen[1] ?? message) : message
    })
    const remote = await meetByCode(deps, shown, { advert: await listen(), socket: browserSocket })
    const browser = clientPlatform(remote, cryptography)

    await expect(
      browser.create(creation, { origin }).then(() => browser.get(request, { origin })),
    ).rejects.toThrow()
    browserSocket.close()

    if (side === 'left') await expect(served).rejects.toThrow('bad_frame')
    else expect(await served).toBe('left')
  })

  test.each([
    ['a reset', 0x07],
    ['what is on the shelf', 0x0a],
    ['a PIN', 0x06],
    ['large blobs', 0x0c],
  ])('does not let a browser ask for %s', async (_, command) => {
    const { shown, browserSocket, listen } = await meeting()
    const remote = await meetByCode(deps, shown, { advert: await listen(), socket: browserSocket })

    expect(await remote.answer(Uint8Array.of(command, ...encodeCbor(new Map())))).toEqual(Uint8Array.of(0x01))
  })

  test('stops advertising, whatever comes of it', async () => {
    let on = 0
    const advertise = async () => {
      on++
      return async () => {
        on--
      }
    }
    const { browserSocket, served } = await meeting({ advertise })
    browserSocket.send(new Uint8Array(81).fill(4))

    await expect(served).rejects.toThrow('handshake_failed')
    expect(on).toBe(0)
  })

  test.each([0, 64, 80, 82, 65_536])('ends at a first message of %i bytes', async (length) => {
    const { browserSocket, served } = await meeting()

    browserSocket.send(new Uint8Array(length).fill(4))

    await expect(served).rejects.toThrow('handshake_failed')
  })
})

/** A link that two have, and the tunnel the service opened for it. */
async function link(change: Partial<KnownClient> = {}) {
  const authenticatorKey = await cryptography.makeAgreementKey()
  const linkSecret = deps.random(32)
  const clientNonce = deps.random(16)
  const [clientSocket, phoneSocket] = tunnel()
  const phone = honestAuthenticator({ transports: ['hybrid', 'internal'] })
  const client = { linkSecret, authenticatorKey, guarded: true, ...change }
  const served = answerLinked(deps, phone.authenticator, { client, clientNonce, socket: phoneSocket })
  served.catch(() => undefined)
  return {
    known: { linkSecret, authenticatorKey: authenticatorKey.publicKey },
    clientNonce,
    clientSocket,
    phone,
    served,
  }
}

describe('speaking to a telephone that is remembered', () => {
  test('makes a passkey and signs in with it', async () => {
    const { known, clientNonce, clientSocket, served } = await link()

    const remote = await meetByLink(deps, known, { clientNonce, socket: clientSocket })
    const browser = clientPlatform(remote, cryptography)
    const made = await browser.create(creation, { origin })
    const signed = await browser.get(request, { origin })
    await remote.finish()

    expect(signed.id).toBe(made.id)
    expect(await served).toBe('finished')
  })

  test('signs nothing over a link that was not confirmed on both sides', async () => {
    const { known, clientNonce, clientSocket, phone, served } = await link({ guarded: false })

    await expect(meetByLink(deps, known, { clientNonce, socket: clientSocket })).rejects.toThrow(
      'disconnected',
    )

    await expect(served).rejects.toThrow('link_not_guarded')
    expect(phone.person.asked).toEqual([])
  })

  const stranger = cryptography.makeAgreementKey()
  test.each([
    ['another secret', async () => ({ linkSecret: new Uint8Array(32) }), 'foreign_advert'],
    ['the key of another', async () => ({ authenticatorKey: (await stranger).publicKey }), 'disconnected'],
  ])('refuses %s', async (_, makeChange, refusal) => {
    const { known, clientNonce, clientSocket, served } = await link()
    const change = await makeChange()

    await expect(
      meetByLink(deps, { ...known, ...change }, { clientNonce, socket: clientSocket }),
    ).rejects.toThrow(refusal)

    clientSocket.close()
    await expect(served).rejects.toThrow()
  })

  test('refuses an advert made for another call', async () => {
    const { known, clientSocket } = await link()

    await expect(
      meetByLink(deps, known, { clientNonce: deps.random(16), socket: clientSocket }),
    ).rejects.toThrow('foreign_advert')
  })
})

describe('handing out linking data', () => {
  async function linkInfo() {
    const [clientKey, ours] = [await cryptography.makeAgreementKey(), await cryptography.makeAgreementKey()]
    const handshakeHash = deps.random(32)
    const proof = await proveLink(cryptography, { ours, theirs: clientKey.publicKey }, handshakeHash)
    const info = {
      contactId: Uint8Array.of(1, 2, 3),
      linkId: deps.random(8),
      linkSecret: deps.random(32),
      authenticatorKey: toUncompressed(ours.publicKey),
      name: 'Ada’s phone',
      proof,
    }
    return { clientKey, ours, handshakeHash, info }
  }

  test('looks alike whether there is any or not', async () => {
    const { info } = await linkInfo()

    expect(writeUpdate(info)).toHaveLength(512)
    expect(writeUpdate(undefined)).toHaveLength(512)
    expect(readUpdate(writeUpdate(undefined))).toBeUndefined()
    expect(readUpdate(writeUpdate(info))).toEqual(info)
  })

  test('proves whose key it is, in this handshake', async () => {
    const { clientKey, ours, handshakeHash, info } = await linkInfo()

    expect(await verifyLink(cryptography, clientKey, { link: info, handshakeHash })).toEqual(ours.publicKey)
    await expect(
      verifyLink(cryptography, clientKey, { link: info, handshakeHash: deps.random(32) }),
    ).rejects.toThrow('link_not_proven')
    const other = toUncompressed((await cryptography.makeAgreementKey()).publicKey)
    await expect(
      verifyLink(cryptography, clientKey, { link: { ...info, authenticatorKey: other }, handshakeHash }),
    ).rejects.toThrow('link_not_proven')
  })

  test('says which link a call is for', () => {
    const asked = { linkId: deps.random(8), clientNonce: deps.random(16), hint: 'mc' as const }

    expect(readContactRequest(writeContactRequest(asked))).toEqual(asked)
    expect(() => readContactRequest(Uint8Array.of(0xa0))).toThrow('unexpected_message')
    expect(toHex(asked.linkId)).toHaveLength(16)
  })
})
