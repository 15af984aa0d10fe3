import { honestAuthenticator, makeAttestationAuthority } from '@latchkey/ctap/fixture'
import { ownModels } from '@latchkey/identity'
import { addGroup, addMember, changeRules } from '@latchkey/identity/administer'
import { applyConfigurationPatch, configurationTypes, defaultProfileId } from '@latchkey/policy'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enterAdminCentre } from './world/admin.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { carryOwn } from './world/own-authenticator.ts'
import { type OwnDevice, registerOwnDevice } from './world/own-device.ts'
import { addNewcomer, addPasskeyHolder, type Newcomer, type PasskeyHolder } from './world/people.ts'
import { passQuestions, typeName, typePass } from './world/steps.ts'
import { openWorld, type World } from './world/world.ts'

const name = 'Latchkey Authenticator for browsers'
const aaguid = ownModels.find(({ surface }) => surface === 'extension')?.aaguid ?? ''

interface Holder extends Newcomer {
  readonly device: OwnDevice
}

let world: World<{
  readonly grace: PasskeyHolder
  readonly ada: Holder
  readonly bea: Holder
  readonly cleo: Newcomer
}>

beforeAll(async () => {
  world = await openWorld(async (deps, tenant) => {
    const { tenantId } = tenant
    const actor = { kind: 'operator' } as const
    const grace = await addPasskeyHolder(deps, tenant, 'grace')
    await deps.stores.roles.insert(tenantId, grace.person.userId, 'globalAdministrator')
    const holder = async (called: string): Promise<Holder> => {
      const newcomer = await addNewcomer(deps, tenant, called, { once: false })
      return { ...newcomer, device: await registerOwnDevice(deps, newcomer.person, 'extension') }
    }
    const [ada, bea] = [await holder('ada'), await holder('bea')]
    const cleo = await addNewcomer(deps, tenant, 'cleo', { once: false })
    const { groupId } = await addGroup(deps, { tenantId, displayName: 'Pilots', actor })
    await addMember(deps, { tenantId, groupId, userId: bea.person.userId, actor })
    await onlyOursFor(groupId)
    return { grace, ada, bea, cleo }

    /** Of this group the rules want a passkey that a device of ours proves, and no other. */
    async function onlyOursFor(groupId: string): Promise<void> {
      const own = '3f1c2b60-5d0e-4a3c-9a53-0f0a0c7d9b11'
      const everybody = defaultProfileId
      const profile = (id: string, called: string, ours: boolean) => ({
        id,
        name: called,
        passkeyTypes: ours ? 'deviceBound' : 'deviceBound,synced',
        attestationEnforcement: ours ? 'registrationOnly' : 'disabled',
        ...(ours && { latchkey_leastEvidence: 'software' }),
        keyRestrictions: { isEnforced: ours, enforcementType: 'allow', aaGuids: ours ? [aaguid] : [] },
      })
      const patch = {
        '@odata.type': configurationTypes.Fido2,
        passkeyProfiles: [profile(everybody, 'Default passkey profile', false), profile(own, 'Ours', true)],
        includeTargets: [
          { targetType: 'group', id: groupId, allowedPasskeyProfiles: [own] },
          { targetType: 'user', id: ada.person.userId },
          { targetType: 'user', id: grace.person.userId },
          { targetType: 'user', id: cleo.person.userId },
        ],
      }
      const stamp = { at: deps.now().toISOString(), newId: () => crypto.randomUUID() }
      await changeRules(deps, { actor, tenantId }, [
        {
          kind: 'methodsPolicy',
          id: 'authenticationMethodsPolicy',
          change: (before) => before && applyConfigurationPatch(before, 'Fido2', patch, stamp),
        },
      ])
    }
  })
})

afterAll(() => world?.close())

const heading = (page: Page, title: string | RegExp) =>
  page.getByRole('heading', { name: title, level: 1 }).waitFor()

/** Somebody signs in with their pass, with an authenticator of ours in their browser. */
async function comeWith(device: OwnDevice, { person, pass }: Newcomer): Promise<Page> {
  const { page } = await world.openBrowser()
  await carryOwn(page, device.client)
  await page.goto(world.instance.url.href)
  await typeName(page, person.userName)
  await typePass(page, pass)
  return page
}

/** The way to the prompt, from Security info on. */
async function goToPrompt(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Add a way to sign in' }).first().click()
  await page.getByRole('link', { name: `Passkey in ${name}` }).click()
  await heading(page, 'What you need')
  await lookAtPage(page, 'own-requirements')
  await page.getByRole('button', { name: 'Next' }).click()
  await heading(page, `Get ${name}`)
  await lookAtPage(page, 'own-get')
  await page.getByRole('button', { name: 'I have the app' }).click()
  await heading(page, `Your account in ${name}`)
  await lookAtPage(page, 'own-account')
  await page.getByRole('button', { name: 'My account is there' }).click()
  await heading(page, `Create the passkey in ${name}`)
  await lookAtPage(page, 'own-prompt')
}

describe('an authenticator of ours', () => {
  test('is offered once the organisation says so', async () => {
    const { page } = await enterAdminCentre(world, world.prepared.grace, '/admin/methods/providers')
    const offered = page.getByRole('switch', { name })
    await offered.waitFor()
    expect(await offered.isChecked()).toBe(false)
    await offered.click()
    const address = page.getByLabel('Where to get it (optional)')
    await address.fill('https://apps.example/extension')
    await page.getByRole('button', { name: `Save: ${name}` }).click()
    await page.getByText('Saved').first().waitFor()
    await lookAtPage(page, 'own-authenticators')
  })

  test('ends the way with a passkey that its device has proven', async () => {
    const page = await comeWith(world.prepared.ada.device, world.prepared.ada)
    await passQuestions(page, 'Security info')
    await goToPrompt(page)

    await page.getByRole('button', { name: 'Create the passkey' }).click()

    await heading(page, 'Your passkey is ready')
    await page.getByText('Verified').waitFor()
    await page.getByText(`It is in ${name}.`).waitFor()
    await lookAtPage(page, 'own-ready')
  })

  test('says that the device could not be verified, and leads to where it is registered', async () => {
    const stranger = await makeAttestationAuthority('Somebody else')
    const bytes = new Uint8Array(Buffer.from(aaguid.replaceAll('-', ''), 'hex'))
    const device = honestAuthenticator({
      aaguid: bytes,
      attestation: await stranger.issue({ aaguid: bytes }),
    })
    const page = await comeWith(device, world.prepared.cleo)
    await passQuestions(page, 'Security info')
    await goToPrompt(page)

    await page.getByRole('button', { name: 'Create the passkey' }).click()

    await page.getByText('We couldn’t verify your device').first().waitFor()
    await lookAtPage(page, 'own-not-verified')
    await page.getByRole('button', { name: 'Register this device' }).click()
    await heading(page, `Your account in ${name}`)
  })

  test('is asked for at sign-in where the rules want it, with all it takes, and ends verified', async () => {
    const page = await comeWith(world.prepared.bea.device, world.prepared.bea)
    await heading(page, 'Keep your account secure')
    await page.getByText(`Your organisation asks for a passkey in ${name}.`).waitFor()
    await lookAtPage(page, 'secure-in-app')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('heading', { name: `Save it in ${name}` }).waitFor()
    await lookAtPage(page, 'secure-in-app-save')

    await page.getByRole('button', { name: `Create the passkey in ${name}` }).click()

    await heading(page, 'Your passkey is ready')
    await page.getByText(`Verified: it is in ${name}.`).waitFor()
    await lookAtPage(page, 'secure-in-app-ready')
    await page.getByRole('button', { name: 'Done' }).click()
    await passQuestions(page, 'Security info')
  })
})
