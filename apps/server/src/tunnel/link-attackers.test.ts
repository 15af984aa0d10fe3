import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { clientPlatform, webCryptography } from '@latchkey/ctap'
import { honestAuthenticator } from '@latchkey/ctap/fixture'
import { hybridCryptography, readLinkCode, writeLinkCode } from '@latchkey/ctap/hybrid'
import { equalBytes } from '@latchkey/encoding'
import {
  type AuthenticatorLink,
  callDevice,
  type LinkApi,
  type LinkDeps,
  listenForCalls,
  readLink,
  showLink,
} from '@latchkey/keeper'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { openTunnelService } from './tunnel-service.ts'

/** Both ends of a link over a real tunnel service, and somebody who is up to something. */

const linkId = '0198c0de-0000-7000-8000-000000000001'
const origin = 'https://login.example.org'
const request = {
  rpId: 'login.example.org',
  challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  userVerification: 'required' as const,
}
const deps: LinkDeps = {
  subtle: crypto.subtle,
  cryptography: hybridCryptography(crypto.subtle),
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  openWebSocket: (url, protocol) => new WebSocket(url, protocol),
}

let serverUrl: string
let stop: () => Promise<void>
const forgotten = new Set<string>()

beforeEach(async () => {
  forgotten.clear()
  const service = openTunnelService({
    routingId: 'a1b2c3',
    random: (length) => randomBytes(length),
    isForgotten: async (contactId) => forgotten.has(contactId),
  })
  const server = createServer()
  server.on('upgrade', (asked, socket, head) => service.upgrade(asked, socket, head, '127.0.0.1'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  serverUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  stop = async () => {
    service.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})
afterEach(() => stop())

/** What the server does with what the two ends saw. */
function referee() {
  const saw: Uint8Array[] = []
  const announced: Uint8Array[] = []
  let known = true
  const api: Pick<LinkApi, 'confirm' | 'announce'> = {
    async confirm(id, { handshakeHash }) {
      saw.push(handshakeHash)
      const [first] = saw
      if (saw.length < 2) return { linkId: id, state: 'begun' }
      if (first === undefined || !equalBytes(first, handshakeHash)) throw new Error('link_mismatch')
      return { linkId: id, state: 'guarded' }
    },
    async announce(_, hash) {
      if (!known) throw Object.assign(new Error('gone'), { code: 'link_unknown' })
      announced.push(hash)
    },
  }
  return {
    api,
    announced,
    forget: () => {
      known = false
    },
  }
}

const phoneOf = (serverUrls: readonly string[]) => ({ name: 'Ada’s phone', serverUrls })

async function linked() {
  const { api, announced, forget } = referee()
  const shown = await showLink(deps, api, { serverUrl, linkId })
  const read = await readLink(deps, () => api, { text: shown.code, device: phoneOf([serverUrl]) })
  const met = await shown.met
  const link = await read.confirm(met.digits)
  if (link === undefined) throw new Error('the digits were right')
  return { api, announced, forget, client: met.link, name: met.name, link }
}

async function answerCalls(link: AuthenticatorLink, api: Pick<LinkApi, 'announce'>) {
  const phone = honestAuthenticator({ transports: ['hybrid', 'internal'] })
  await phone.client.create(
    {
      rp: { id: request.rpId, name: 'Example' },
      user: { id: 'AAAA', name: 'ada', displayName: 'Ada' },
      challenge: request.challenge,
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    },
    { origin },
  )
  phone.person.asked.length = 0
  let gone = 0
  const { authenticator } = phone
  const listening = await listenForCalls(deps, { link, authenticator, api, onGone: () => gone++ })
  return { phone, listening, gone: () => gone }
}

describe('linking over the tunnel service', () => {
  test('leads from one code to a sign-in without any', async () => {
    const { client, name, link, api, announced } = await linked()
    const { listening } = await answerCalls(link, api)

    const remote = await callDevice(deps, client, 'ga')
    const answer = await clientPlatform(remote, webCryptography(crypto.subtle)).get(request, { origin })
    await remote.finish()

    expect(name).toBe('Ada’s phone')
    expect(answer.response.signature).toBeDefined()
    // What the telephone told the server is what it signed, and names the true page.
    expect(announced).toHaveLength(1)
    const clientData = Buffer.from(answer.response.clientDataJSON, 'base64url')
    expect(announced[0]).toEqual(await deps.cryptography.sha256(clientData))
    expect(JSON.parse(clientData.toString()).origin).toBe(origin)
    listening.stop()
  })

  test('comes to nothing when other digits are typed, and is tried once', async () => {
    const { api } = referee()
    const shown = await showLink(deps, api, { serverUrl, linkId })
    const read = await readLink(deps, () => api, { text: shown.code, device: phoneOf([serverUrl]) })
    const { digits } = await shown.met

    expect(await read.confirm('000000' === digits ? '000001' : '000000')).toBeUndefined()
    expect(await read.confirm(digits)).toBeUndefined()
  })
})

describe('a phishing page with a live relay', () => {
  test('that shows a code of its own gets digits and a handshake that fit nothing', async () => {
    const { api } = referee()
    const victim = await showLink(deps, api, { serverUrl, linkId })
    // He plays the telephone to the real browser, and shows the telephone a code he made.
    const relay = referee()
    const own = await showLink(deps, relay.api, { serverUrl, linkId })
    await readLink(deps, () => relay.api, { text: victim.code, device: phoneOf([serverUrl]) })
    const read = await readLink(deps, () => api, { text: own.code, device: phoneOf([serverUrl]) })
    const [real, shown] = [await victim.met, await own.met]

    // Even if he shows his own digits on his page, so that they fit.
    await expect(read.confirm(shown.digits)).rejects.toThrow('link_mismatch')
    expect(real.link.secret).not.toEqual(shown.link.secret)
  })

  test('that sends the telephone to a server of its own gets nowhere', async () => {
    const { api } = referee()
    const shown = await showLink(deps, api, { serverUrl, linkId })
    const code = writeLinkCode({ ...readLinkCode(shown.code), server: 'https://login.evil.example' })

    await expect(readLink(deps, () => api, { text: code, device: phoneOf([serverUrl]) })).rejects.toThrow(
      'account_unknown',
    )
    shown.stop()
    await expect(shown.met).rejects.toThrow('disconnected')
  })

  test('that calls a telephone without the secret of a link gets no signature', async () => {
    const { client, link, api, announced } = await linked()
    const { phone, listening } = await answerCalls(link, api)

    await expect(callDevice(deps, { ...client, secret: randomBytes(32) }, 'ga')).rejects.toThrow(
      'foreign_advert',
    )
    await expect(callDevice(deps, { ...client, number: randomBytes(8) }, 'ga')).rejects.toThrow('link_gone')

    expect(phone.person.asked).toEqual([])
    expect(announced).toEqual([])
    listening.stop()
  })
})

describe('a link that was removed', () => {
  test('signs nothing, and is forgotten by the telephone', async () => {
    const { client, link, api, forget } = await linked()
    const { phone, listening, gone } = await answerCalls(link, api)
    forget()

    const remote = await callDevice(deps, client, 'ga')
    await expect(
      clientPlatform(remote, webCryptography(crypto.subtle)).get(request, { origin }),
    ).rejects.toThrow()

    expect(gone()).toBe(1)
    expect(phone.person.asked).toEqual([])
    listening.stop()
  })

  test('is not even called: the tunnel service says that it is gone', async () => {
    const { client } = await linked()
    forgotten.add(client.contactId)

    await expect(callDevice(deps, client, 'ga')).rejects.toThrow('link_gone')
  })
})
