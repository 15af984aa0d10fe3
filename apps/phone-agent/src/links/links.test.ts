import { clientPlatform, webCryptography } from '@latchkey/ctap'
import { toBase64url } from '@latchkey/encoding'
import {
  callDevice,
  type KeptAccount,
  type LinkApi,
  type MetDevice,
  openEngine,
  type ShownLink,
  showLink,
} from '@latchkey/keeper'
import { encode } from 'uqr'
import { describe, expect, test } from 'vitest'
import { run } from '../commands/answer.ts'
import type { Notice } from '../notices/notices.ts'
import { PictureFault, type PictureSource } from '../qr/take-picture.ts'
import { pin, type TestPhone, takeTestPhone } from '../test-phone.fixture.ts'
import { link } from './link.ts'
import { linkDeps } from './link-deps.ts'
import { openLinkTunnel, type TestTunnel } from './test-tunnel.fixture.ts'

const linkId = '0198c0de-0000-7000-8000-000000000001'
const origin = 'https://id.example'
const userHandle = toBase64url(new Uint8Array(16).fill(7))

/** The server's routes, as a phone with an account asks them; and the browser that shows a code. */
interface Room {
  readonly phone: TestPhone
  readonly tunnel: TestTunnel
  readonly shown: ShownLink
  readonly asked: string[]
  /** Notifications that were shown, and those that are there still. */
  readonly notices: { readonly shown: Notice[]; readonly open: Set<Notice> }
  /** What the server knows. */
  readonly knows: { links: boolean }
}

async function openRoom(): Promise<Room> {
  const tunnel = await openLinkTunnel()
  const knows = { links: true }
  const asked: string[] = []
  const shownIn = { code: '' }
  const notices = { shown: [] as Notice[], open: new Set<Notice>() }
  const phone = await takeTestPhone({
    notices: {
      show(notice) {
        notices.shown.push(notice)
        notices.open.add(notice)
        return () => notices.open.delete(notice)
      },
      isThere: async () => true,
    },
    fetch: async (input, init) => {
      const path = new URL(String(input)).pathname.replace('/authenticator/api', '')
      asked.push(`${init?.method} ${path}`)
      if (path.endsWith('/confirm')) return Response.json({ linkId, state: 'guarded' })
      if (path === '/links') {
        const value = knows.links
          ? [{ linkId, end: 'authenticator', other: 'Ada’s laptop', contactId: '' }]
          : []
        return Response.json({ value })
      }
      const problem = { type: 'urn:latchkey:link_unknown', status: 410 }
      return knows.links ? Response.json({}, { status: 201 }) : Response.json(problem, { status: 410 })
    },
    // Where there is a code it is seen once; then the camera is taken away.
    takePicture: async () => {
      if (shownIn.code === '') throw new PictureFault('camera')
      const text = shownIn.code
      shownIn.code = ''
      return draw(text)
    },
  })
  await keepAccount(phone, tunnel.url)
  const api: Pick<LinkApi, 'confirm'> = { confirm: async () => ({ linkId, state: 'begun' }) }
  const shown = await showLink(linkDeps(phone.agent), api, { serverUrl: tunnel.url, linkId })
  shownIn.code = shown.code
  phone.agent.vault.lock()
  return { phone, tunnel, shown, asked, notices, knows }
}

async function keepAccount({ agent, store }: TestPhone, serverUrl: string): Promise<void> {
  const deviceKey = await agent.accounts.deviceKeys.make()
  const account: KeptAccount['account'] = {
    tenantId: '5a0c2c3e-61f3-4f5c-9a53-0f2f4f1d7b11',
    organisation: 'Juniper Works',
    userId: '6a0c2c3e-61f3-4f5c-9a53-0f2f4f1d7b11',
    userName: 'ada@juniper.example',
    displayName: 'Ada',
    rpId: 'id.example',
    origins: [origin],
    userHandle,
  }
  const device: KeptAccount['device'] = {
    deviceId: '7a0c2c3e-61f3-4f5c-9a53-0f2f4f1d7b11',
    name: 'test phone',
    surface: 'agent',
    aaguid: '67ebfe57-3a0a-417e-a8c7-4cfe2b10805d',
    appVersion: '1.2.3',
    evidence: 'software',
    state: 'active',
    expiresAt: '2099-01-01T00:00:00Z',
    renewsAt: '2098-12-01T00:00:00Z',
    tooOld: false,
  }
  await store.change((kept) => [
    { ...kept, accounts: [{ serverUrl, account, device, x5c: [], deviceKey }] },
    undefined,
  ])
}

/** A QR code as a picture. */
function draw(text: string): Uint8Array {
  const { data, size } = encode(text, { border: 4 })
  const side = size * 4
  const pixels = Uint8Array.from({ length: side * side }, (_, i) =>
    data[Math.floor(i / side / 4)]?.[Math.floor((i % side) / 4)] === true ? 0 : 255,
  )
  return Buffer.concat([Buffer.from(`P5\n${side} ${side}\n255\n`), pixels])
}

/** Type what the browser shows, or something else. */
async function linkWith({ phone, shown }: Room, toTyped: (digits: string) => string): Promise<MetDevice> {
  const { terminal } = phone.agent
  const met = shown.met
  const agent = {
    ...phone.agent,
    terminal: {
      ...terminal,
      ask: async (question: string) => {
        terminal.say(question)
        return toTyped((await met).digits)
      },
    },
  }
  phone.keys.push(pin)
  await link(agent, { kind: 'camera', device: '/dev/video0' })
  return await met
}

const linksOf = async ({ phone }: Room) => (await phone.store.read()).authenticatorLinks ?? []

describe('linking a browser that shows a code', () => {
  test('remembers it once its digits were typed, sealed', async () => {
    const room = await openRoom()

    const met = await linkWith(room, (digits) => `${digits.slice(0, 3)} ${digits.slice(3)}`)

    expect(met.name).toBe('test phone')
    expect(room.phone.printed()).toContain('Linked.')
    const [kept] = await linksOf(room)
    expect(kept).toMatchObject({ linkId, serverUrl: room.tunnel.url })
    expect(room.phone.agent.vault.isOpen()).toBe(false)
  })

  test.each([
    ['other digits', (digits: string) => (digits === '000000' ? '000001' : '000000'), 'not the digits'],
    ['nothing', () => '', 'Nothing was linked.'],
  ])('remembers nobody after %s', async (_, toTyped, said) => {
    const room = await openRoom()

    await linkWith(room, toTyped)

    expect(room.phone.printed()).toContain(said)
    expect(await linksOf(room)).toEqual([])
    expect(room.asked).toEqual([])
  })

  test('goes to no server at which there is no account', async () => {
    const room = await openRoom()
    await room.phone.store.change((kept) => [{ ...kept, accounts: [] }, undefined])

    expect(await link(room.phone.agent, { kind: 'screen' })).toBe(false)
    expect(room.phone.printed()).toContain(`There is no account of ${room.tunnel.url} here.`)
    room.shown.stop()
    await expect(room.shown.met).rejects.toThrow('disconnected')
  })
})

describe('being called by a linked browser', () => {
  const request = {
    rpId: 'id.example',
    challenge: toBase64url(new Uint8Array(32)),
    userVerification: 'required',
  }

  /** A phone that is linked, has a passkey, and waits. */
  async function waitForCalls(
    { source }: { readonly source?: PictureSource } = { source: { kind: 'screen' } },
  ) {
    const room = await openRoom()
    const { link: client } = await linkWith(room, (digits) => digits)
    const { phone } = room
    const screen = { ask: async () => ({ outcome: 'agreed', secret: { pin } }) as const }
    await clientPlatform(
      await openEngine({ ...phone.agent.engine, screen }),
      webCryptography(crypto.subtle),
    ).create(
      {
        rp: { id: 'id.example', name: 'Juniper Works' },
        user: { id: userHandle, name: 'ada@juniper.example', displayName: 'Ada' },
        challenge: request.challenge,
        pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      },
      { origin },
    )
    phone.agent.vault.lock()
    phone.keys.push(pin)
    const running = run(phone.agent, source)
    await expect.poll(() => phone.printed()).toContain('Linked browsers may call: Ada’s laptop')
    const call = async () => {
      const remote = await callDevice(linkDeps(phone.agent), client, 'ga')
      return await clientPlatform(remote, webCryptography(crypto.subtle)).get(request, { origin })
    }
    return { ...room, running, call }
  }

  test('signs after the PIN, and has told the server before', async () => {
    const { phone, call, asked, notices, knows, tunnel, running } = await waitForCalls()
    phone.keys.push(pin)

    const answer = await call()

    expect(answer.response.signature).toBeDefined()
    expect(asked).toContain(`POST /links/${linkId}/uses`)
    expect(phone.printed()).toContain('Ada’s laptop asks, without a QR code.')
    expect(notices.shown).toEqual([
      {
        title: 'Ada’s laptop asks for you',
        text: expect.not.stringMatching(/ada@juniper|Juniper|id\.example/),
      },
    ])
    expect(notices.open.size).toBe(0)
    knows.links = false
    tunnel.endAll()
    await running
  })

  test('is all that happens, where no QR codes are looked for', async () => {
    const { phone, knows, tunnel, running, call } = await waitForCalls({})
    const before = phone.printed().length
    phone.keys.push(pin)

    await call()

    knows.links = false
    tunnel.endAll()
    expect(await running).toBe(true)
    expect(phone.printed().slice(before)).not.toContain('Looking for a QR code')
    phone.keys.push(pin)
    expect(await run(phone.agent, undefined)).toBe(false)
    expect(phone.printed()).toContain('No linked browser can find this device.')
  })

  test('says no without it', async () => {
    const { call, notices, knows, tunnel, running } = await waitForCalls()

    await expect(call()).rejects.toThrow()

    expect(notices.shown).toHaveLength(1)
    expect(notices.open.size).toBe(0)

    knows.links = false
    tunnel.endAll()
    await running
  })

  test('forgets a link that the server does not know any more, and asks nobody', async () => {
    const { phone, call, knows, running, ...room } = await waitForCalls()
    knows.links = false
    const before = phone.printed().length

    await expect(call()).rejects.toThrow()
    await running

    expect(phone.printed().slice(before)).not.toContain('Type your PIN')
    expect(phone.printed()).toContain('A link was removed, so it was forgotten here: Ada’s laptop')
    expect(await linksOf({ phone, knows, ...room })).toEqual([])
  })
})
