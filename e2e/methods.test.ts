import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { honestAuthenticator, makeAttestationAuthority } from '@latchkey/ctap/fixture'
import { addGroup, addMember } from '@latchkey/identity/administer'
import { makeEntry, makePayload, makeService, signBlob } from '@latchkey/webauthn/testing'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enterAdminCentre } from './world/admin.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { carryOwn } from './world/own-authenticator.ts'
import { addNewcomer, addPasskeyHolder, type Newcomer, type PasskeyHolder } from './world/people.ts'
import { passQuestions, typeName, typePass } from './world/steps.ts'
import { openWorld, type World } from './world/world.ts'

/** The authenticator app that the organisation wants, on each kind of phone. */
const onAndroid = 'de1e552d-db1d-4423-a619-566b625cdc84'
const onIphone = '90a3ccdf-635c-4729-a248-9b709135078f'
/** A model nobody asked for. */
const elsewhere = 'd548826e-79b4-db40-a3d8-11116f7e8349'

const service = makeService()
const now = new Date()
const day = (ahead: number) => new Date(now.getTime() + ahead * 86_400_000).toISOString().slice(0, 10)

interface Prepared {
  readonly grace: PasskeyHolder
  readonly reader: PasskeyHolder
  readonly nora: Newcomer
  readonly olaf: Newcomer
}

let folder: string
let world: World<Prepared>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-methods-'))
  writeFileSync(join(folder, 'root.der'), service.root.der)
  writeFileSync(join(folder, 'blob.jwt'), signBlob(service, payload(7)))
  writeFileSync(join(folder, 'forged.jwt'), signBlob(makeService(), payload(8)))
  world = await openWorld(
    async (deps, tenant) => {
      const { tenantId } = tenant
      const actor = { kind: 'operator' } as const
      const grace = await addPasskeyHolder(deps, tenant, 'grace')
      const reader = await addPasskeyHolder(deps, tenant, 'reader')
      await deps.stores.roles.insert(tenantId, grace.person.userId, 'globalAdministrator')
      await deps.stores.roles.insert(tenantId, reader.person.userId, 'globalReader')
      for (const name of ['anna', 'bert']) await addPasskeyHolder(deps, tenant, name)
      const nora = await addNewcomer(deps, tenant, 'nora', { once: false })
      const olaf = await addNewcomer(deps, tenant, 'olaf', { once: false })
      for (const displayName of ['Engineers', 'Night shift']) {
        const group = await addGroup(deps, { tenantId, displayName, actor })
        await addMember(deps, { tenantId, groupId: group.groupId, userId: nora.person.userId, actor })
      }
      return { grace, reader, nora, olaf }
    },
    { environment: { LATCHKEY_METADATA_ROOT: join(folder, 'root.der') } },
  )
})

afterAll(async () => {
  await world?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Some products, with pictures, and one of them broken. */
function payload(no: number): ReturnType<typeof makePayload> {
  const entry = (name: string, aaguid: string, colour: readonly number[], status = 'FIDO_CERTIFIED_L1') => ({
    ...makeEntry({ description: name, icon: picture(colour) }, aaguid),
    statusReports: [{ status, effectiveDate: '2025-01-01' }],
  })
  return makePayload({
    no,
    nextUpdate: day(20),
    entries: [
      entry('Alder Key 3', '11111111-2222-4333-8444-555555555551', [20, 110, 60], 'FIDO_CERTIFIED_L2'),
      entry('Alder Key 3', '11111111-2222-4333-8444-555555555552', [20, 110, 60], 'FIDO_CERTIFIED_L2'),
      entry('Birch Card', '11111111-2222-4333-8444-555555555553', [180, 60, 40], 'REVOKED'),
      entry('Cedar Key NFC', '11111111-2222-4333-8444-555555555554', [60, 80, 200]),
    ],
  })
}

/** A square of one colour, as PNG. */
function picture(colour: readonly number[]): string {
  const size = 24
  const row = Buffer.concat([
    Buffer.of(0),
    Buffer.concat(Array.from({ length: size }, () => Buffer.from(colour))),
  ])
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const png = Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: size }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ])
  return `data:image/png;base64,${png.toString('base64')}`
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

const enter = async (path: string): Promise<Page> => {
  const { page } = await enterAdminCentre(world, world.prepared.grace, path)
  return page
}

describe('the metadata', () => {
  test('is uploaded by hand, and a forged one is refused by name', async () => {
    const page = await enter('/admin/models/metadata')
    await page.getByText('None yet: only the few models').waitFor()

    await page.locator('input[type=file]').setInputFiles(join(folder, 'forged.jwt'))
    await page.getByText('Whoever signed it is not vouched for').first().waitFor()
    await lookAtPage(page, 'metadata-refused')
    await page.locator('input[type=file]').setInputFiles(join(folder, 'blob.jwt'))
    await page.getByText('Number 7, 4 models').waitFor()
    await lookAtPage(page, 'metadata')
  })

  test('names models, with their pictures, and what is wrong with them', async () => {
    const page = await enter('/admin/models')
    await page.getByRole('link', { name: 'Alder Key 3' }).waitFor()
    await page.getByRole('img').or(page.locator('img')).first().waitFor()
    await lookAtPage(page, 'models')

    await page.getByLabel('Name of a product, or an AAGUID').fill('birch')
    await page.getByRole('link', { name: 'Birch Card' }).click()
    await page.getByText('Something is wrong with this model').waitFor()
    await lookAtPage(page, 'model')
  })
})

describe('allowing an authenticator app and nothing else', () => {
  test('is done by mouse and keyboard; whoever it would shut out is shown first', async () => {
    const page = await enter('/admin/methods')
    await page.getByRole('heading', { name: 'Authentication methods', level: 1 }).waitFor()
    await lookAtPage(page, 'methods')
    await page.getByRole('link', { name: 'Default passkey profile', exact: true }).click()

    await page.getByRole('radio', { name: /^Only these/ }).click()
    // Ours is one tick, whatever it runs on.
    await page.getByRole('checkbox', { name: 'Latchkey Authenticator' }).focus()
    await page.keyboard.press('Space')
    await page.getByText('As text: AAGUIDs').click()
    const text = page.getByLabel('AAGUIDs that are chosen')
    await text.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(`\n${onAndroid.toUpperCase()}\n${onIphone.replaceAll('-', '')}`)
    await lookAtPage(page, 'profile')

    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Nobody could administer any more').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Add all models in use' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Only 6 models.').waitFor()
  })

  test('lets such a passkey in, and no other', async () => {
    const authority = await makeAttestationAuthority()
    const carrying = async (aaguid: string) => {
      const bytes = new Uint8Array(Buffer.from(aaguid.replaceAll('-', ''), 'hex'))
      return honestAuthenticator({ aaguid: bytes, attestation: await authority.issue({ aaguid: bytes }) })
    }
    const come = async (aaguid: string) => {
      const { page } = await world.openBrowser()
      await carryOwn(page, (await carrying(aaguid)).client)
      await page.goto(world.instance.url.href)
      await typeName(page, 'nora@juniper.example')
      await typePass(page, world.prepared.nora.pass)
      await page.getByRole('heading', { name: 'Keep your account secure' }).waitFor()
      await page.getByRole('button', { name: 'Create a passkey' }).click()
      return page
    }

    const refused = await come(elsewhere)
    await refused.getByRole('alert').waitFor()
    expect(await refused.getByRole('alert').innerText()).toMatch(/organisation/i)

    const taken = await come(onIphone)
    await taken.getByLabel('Name').fill('My authenticator')
    await taken.getByRole('button', { name: 'Done' }).click()
    await passQuestions(taken, 'Security info')
  })
})

describe('the rest of the policy', () => {
  test('gives a group a profile of its own', async () => {
    const page = await enter('/admin/methods/passkeys/profiles/new')
    await page.getByLabel('Name of the profile').fill('Keys we hand out')
    await page.getByLabel('Passkeys have to prove their model').check()
    await page.getByRole('radio', { name: /^Only these/ }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Choose at least one model').waitFor()
    await page.getByLabel('Name of a product, or an AAGUID').fill('titan')
    await page.getByRole('checkbox', { name: 'Google Titan' }).check()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('given to nobody').waitFor()

    await page.goto(new URL('/admin/methods/passkeys', world.instance.url).href)
    await page.getByRole('combobox', { name: 'Add a group' }).fill('engi')
    await page.getByRole('option', { name: 'Engineers' }).click()
    const engineers = page.getByRole('group', { name: 'Engineers' })
    await engineers.getByLabel('Keys we hand out').check()
    await page.getByRole('radio', { name: /^It counts as one factor/ }).click()
    await lookAtPage(page, 'passkeys-policy')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').first().waitFor()
    await page.reload()
    await page.getByRole('group', { name: 'Engineers' }).waitFor()
    expect(await page.getByRole('radio', { name: /^It counts as one factor/ }).isChecked()).toBe(true)
  })

  test('says how long passes last, from which system on, and for whom codes are', async () => {
    const page = await enter('/admin/methods/passes')
    await page.getByLabel('Lifetime if nobody says otherwise').fill('90')
    await lookAtPage(page, 'passes-policy')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').first().waitFor()

    await page.goto(new URL('/admin/methods/passkeys/systems', world.instance.url).href)
    await page.getByLabel('iPhone and iPad').first().fill('18')
    await lookAtPage(page, 'systems')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').first().waitFor()

    await page.goto(new URL('/admin/methods/codes', world.instance.url).href)
    await page.getByRole('radio', { name: /^Some groups/ }).click()
    await page.getByRole('combobox', { name: 'These groups', exact: true }).fill('night')
    await page.getByRole('option', { name: 'Night shift' }).click()
    await lookAtPage(page, 'codes-policy')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').first().waitFor()
  })

  test('says how sign-ins are approved on a phone, and what it shows', async () => {
    const page = await enter('/admin/methods/push')
    await page.getByRole('heading', { name: 'Approvals on a phone', level: 1 }).waitFor()
    await page.getByRole('switch', { name: 'Approvals on a phone can be used' }).click()
    await page.getByRole('radio', { name: 'After a password' }).click()
    await page.getByRole('switch', { name: 'The place' }).click()
    await lookAtPage(page, 'method-approvals')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').first().waitFor()

    await page.reload()
    const isOn = (name: string) => page.getByRole('switch', { name }).getAttribute('aria-checked')
    await page.getByRole('heading', { name: 'What the phone shows' }).waitFor()
    expect(await page.getByRole('radio', { name: 'After a password' }).isChecked()).toBe(true)
    expect([await isOn('The app'), await isOn('The place')]).toEqual(['true', 'false'])
  })

  test('describes an app that people are led to', async () => {
    const page = await enter('/admin/methods/providers')
    await page.getByText('No app is described yet').waitFor()
    await lookAtPage(page, 'providers-none')
    await page.getByRole('link', { name: 'Describe an app' }).click()
    await page.getByLabel('Name of the app').fill('Juniper Authenticator')
    await page.getByText('As text: AAGUIDs').click()
    await page.getByLabel('AAGUIDs that are chosen').fill(`${onAndroid} ${onIphone}`)
    await page.getByLabel('There is one for Android').uncheck()
    await page.getByLabel('Where to get it').fill('https://apps.example/juniper')
    await page.getByLabel('From which version of iPhone').fill('17')
    await lookAtPage(page, 'provider')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('iPhone from 17').waitFor()
    await lookAtPage(page, 'providers')
  })

  test('trusts a root of its own, and no more', async () => {
    const authority = await makeAttestationAuthority('Juniper keys')
    const page = await enter('/admin/models/roots')
    await page.getByRole('button', { name: 'Add a root' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Keys of the house')
    await page.locator('input[type=file]').setInputFiles({
      name: 'root.der',
      mimeType: 'application/x-x509-ca-cert',
      buffer: Buffer.from(authority.root),
    })
    await page.getByRole('checkbox', { name: 'Google Titan' }).check()
    await lookAtPage(page, 'root')
    await page.getByRole('button', { name: 'Trust it' }).click()
    await page.getByText('The key is in a chip made for it').first().waitFor()
    await lookAtPage(page, 'roots')
    await page.getByRole('button', { name: 'Remove' }).click()
    await page.getByText('Nobody is shut out').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await page.getByText('You trust no certificate of your own').waitFor()
  })
})

describe('strengths', () => {
  test('are shown, and one is made of some models', async () => {
    const page = await enter('/admin/strengths')
    await page.getByRole('heading', { name: 'Strengths', level: 1 }).waitFor()
    await lookAtPage(page, 'strengths')
    await page.getByRole('link', { name: 'New strength' }).click()
    await page.getByLabel('Name of the strength').fill('Our keys')
    await page.getByRole('radio', { name: /^Only some models/ }).click()
    await page.getByRole('checkbox', { name: 'Google Titan' }).check()
    await lookAtPage(page, 'strength-new')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Only one model of passkey counts').waitFor()

    await page.getByRole('link', { name: 'Open Our keys' }).click()
    await page.getByText('No policy asks for it').waitFor()
    await page.getByLabel('What it is for').fill('Only what we hand out')
    await page.getByRole('radio', { name: /^All passkeys/ }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').first().waitFor()
    await lookAtPage(page, 'strength')
    await page.getByRole('button', { name: 'Remove' }).click()
    await page.getByText('No strength of your own').waitFor()
  })

  test('that are built in cannot be changed', async () => {
    const page = await enter('/admin/strengths')
    await page.getByRole('link', { name: 'Open Safe from phishing' }).click()
    await page.getByText('It cannot be changed').waitFor()
    await lookAtPage(page, 'strength-built-in')
    expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0)
  })
})

describe('somebody who may only look', () => {
  test('sees everything, and reads why nothing can be changed', async () => {
    const { page } = await enterAdminCentre(world, world.prepared.reader, '/admin/methods/codes')
    const save = page.getByRole('button', { name: 'Save' })
    await save.waitFor()

    expect(await save.getAttribute('title')).toBe('Your roles do not let you do this.')
    expect(await save.getAttribute('aria-disabled')).toBe('true')
  })
})
