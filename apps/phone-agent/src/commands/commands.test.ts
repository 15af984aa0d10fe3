import { type KeptAccount, type KeptCredential, newVault } from '@latchkey/keeper'
import { encode } from 'uqr'
import { describe, expect, test } from 'vitest'
import { pin, type TestPhone, takeTestPhone } from '../test-phone.fixture.ts'
import { answer, run } from './answer.ts'
import { list } from './list.ts'
import { remove } from './remove.ts'
import { scan } from './scan.ts'
import { status } from './status.ts'

const account = {
  tenantId: '5a0c2c3e-61f3-4f5c-9a53-0f2f4f1d7b11',
  organisation: 'Juniper Works',
  userId: '6a0c2c3e-61f3-4f5c-9a53-0f2f4f1d7b11',
  userName: 'ada@juniper.example',
  displayName: 'Ada',
  rpId: 'id.example',
  origins: ['https://id.example'],
  userHandle: 'dXNlcg',
  tunnelDomain: 266,
}

/** A phone with an account and a passkey of it. */
async function withPasskey(answers: readonly number[]): Promise<TestPhone & { readonly asked: string[] }> {
  const asked: string[] = []
  const left = [...answers]
  const phone = await takeTestPhone({
    fetch: async (input, init) => {
      asked.push(`${init?.method} ${new URL(String(input)).pathname}`)
      const problem = { type: 'urn:latchkey:last_method', status: 409 }
      const at = left.shift() ?? 503
      return at < 300 ? new Response(null, { status: at }) : Response.json(problem, { status: at })
    },
  })
  const deviceKey = await phone.agent.accounts.deviceKeys.make()
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
  const credential: KeptCredential = {
    id: 'Y3JlZA',
    rpId: account.rpId,
    user: { id: account.userHandle, name: account.userName },
    discoverable: true,
    algorithm: -7,
    privateKey: '',
    publicKey: '',
    signCount: 3,
    credProtect: 1,
    backupEligible: false,
    secrets: '',
    createdAt: 0,
  }
  await phone.store.change((kept) => [
    {
      ...kept,
      accounts: [{ serverUrl: 'https://id.example', account, device, x5c: [], deviceKey }],
      credentials: [credential],
    },
    undefined,
  ])
  phone.agent.vault.lock()
  return { ...phone, asked }
}

const credentialsOf = async ({ store }: TestPhone) => (await store.read()).credentials.length

/** A QR code as a picture. */
function draw(text: string): Uint8Array {
  const { data, size } = encode(text, { border: 4 })
  const side = size * 4
  const pixels = Uint8Array.from({ length: side * side }, (_, i) =>
    data[Math.floor(i / side / 4)]?.[Math.floor((i % side) / 4)] === true ? 0 : 255,
  )
  return Buffer.concat([Buffer.from(`P5\n${side} ${side}\n255\n`), pixels])
}

describe('deleting a passkey', () => {
  test('deletes it at the organisation and here, after the PIN', async () => {
    const phone = await withPasskey([204])
    phone.keys.push(pin)

    expect(await remove(phone.agent, '1')).toBe(true)
    expect(phone.asked[0]).toBe('DELETE /authenticator/api/passkeys/Y3JlZA')
    expect(await credentialsOf(phone)).toBe(0)
  })

  test('keeps it where the organisation keeps it', async () => {
    const phone = await withPasskey([409])
    phone.keys.push(pin)

    await expect(remove(phone.agent, '1')).rejects.toMatchObject({ code: 'last_method' })
    expect(await credentialsOf(phone)).toBe(1)
  })

  test('deletes it here when the organisation has deleted it before', async () => {
    const phone = await withPasskey([404])
    phone.keys.push(pin)

    expect(await remove(phone.agent, '1')).toBe(true)
    expect(await credentialsOf(phone)).toBe(0)
  })

  test.each([
    ['without the PIN', ['']],
    ['with a wrong one', ['000001', '']],
  ])('asks nobody %s', async (_, keys) => {
    const phone = await withPasskey([204])
    phone.keys.push(...keys)

    expect(await remove(phone.agent, '1')).toBe(false)
    expect(phone.asked).toEqual([])
    expect(await credentialsOf(phone)).toBe(1)
  })
})

describe('showing what there is', () => {
  test('lists accounts and passkeys without PIN and server', async () => {
    const phone = await withPasskey([])

    await list(phone.agent)

    expect(phone.printed()).toContain('Juniper Works')
    expect(phone.printed()).toContain('1. ada@juniper.example · id.example')
    expect(phone.asked).toEqual([])
  })

  test('says which tunnel service the account’s server named', async () => {
    const phone = await withPasskey([])

    expect(await status(phone.agent)).toBe(true)
    expect(phone.printed()).toContain('cable.wufkweyy3uaxb.com (266)')
    expect(phone.printed()).toMatch(/Notifications +not there/)
  })

  test('says how the PIN is stretched, and what a guess costs', async () => {
    const phone = await withPasskey([])

    await status(phone.agent)

    expect(phone.printed()).toMatch(/PIN +argon2id, 1 MiB × 1: each guess takes \d+ ms here/)
  })

  test('says so of a PIN that an older version stretched', async () => {
    const phone = await withPasskey([])
    const { store } = phone
    const { subtle, random, now } = phone.agent.accounts
    await store.change(({ lock: _, ...kept }) => [kept, undefined])
    await newVault({ store, subtle, random, now }, { pinIterations: 1000 }).setLock({ pin: '493817' })

    await status(phone.agent)

    expect(phone.printed()).toMatch(/PIN +PBKDF2 × 1000; argon2id as soon as you type it again/)
  })
})

describe('finding a QR code', () => {
  test('shows one that is not a browser’s, and answers nothing', async () => {
    const phone = await takeTestPhone({ takePicture: async () => draw('https://evil.example/\u0007') })

    expect(await scan(phone.agent, { kind: 'screen' })).toBe(true)
    expect(await answer(phone.agent, { kind: 'screen' })).toBe(false)
    expect(phone.printed()).toContain('https://evil.example/�')
    expect(phone.adverts).toEqual([])
  })

  test('gives up when there is none', async () => {
    const phone = await takeTestPhone({ takePicture: async () => new Uint8Array() })

    expect(await answer(phone.agent, { kind: 'file', path: 'empty.png' })).toBe(false)
    expect(phone.printed()).toContain('No QR code was found.')
  })

  test('does nothing with a browser’s before the person has said that it is next to them', async () => {
    const code =
      'FIDO:/354185815098656384493469074737918411516896268808187520347451322398272662348918054302228799840121071734218806907205221690067309138850584049743011644048130109321447142404'
    const phone = await takeTestPhone({ takePicture: async () => draw(code) })
    phone.keys.push('n')
    let looks = 0

    await run(phone.agent, { kind: 'screen' }, () => ++looks > 2)

    expect(phone.printed().match(/on a device next to you/g)).toHaveLength(1)
    expect(phone.printed()).not.toContain('Connecting')
    expect(phone.adverts).toEqual([])
  })

  test('goes on after one that only looks like a browser’s', async () => {
    const phone = await takeTestPhone({ takePicture: async () => draw('FIDO:/0') })
    let looks = 0

    expect(await run(phone.agent, { kind: 'screen' }, () => ++looks > 3)).toBe(true)

    expect(looks).toBe(4)
    expect(phone.adverts).toEqual([])
  })
})
