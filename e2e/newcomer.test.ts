import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { laptop, type Passkeys, plugIn } from './world/authenticator.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { addNewcomer, type Newcomer } from './world/people.ts'
import { answerInterrupts, createFirstPasskey, typeName, typeNameAndTouch, typePass } from './world/steps.ts'
import { openWorld, type World } from './world/world.ts'

let world: World<Newcomer & { readonly olaf: Newcomer }>
/** What Ada's laptop holds from one story to the next. */
let passkeys: Passkeys = []

beforeAll(async () => {
  world = await openWorld(async (deps, tenant) => ({
    ...(await addNewcomer(deps, tenant, 'ada')),
    olaf: await addNewcomer(deps, tenant, 'olaf'),
  }))
})

afterAll(() => world?.close())

describe('coming for the first time, with a Temporary Access Pass', () => {
  test('makes a passkey in the same visit, and arrives in the app', async () => {
    const { page } = await world.openBrowser()
    const device = await plugIn(page, laptop)

    await page.goto(world.app.url.href)
    await page.getByRole('button', { name: 'Sign in with Latchkey' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await lookAtPage(page, 'sign-in')
    await typeName(page, 'ada@juniper.example')
    await page.getByRole('heading', { name: 'Enter your Temporary Access Pass' }).waitFor()
    await lookAtPage(page, 'pass')
    await device.touch()
    await typePass(page, world.prepared.pass)
    await createFirstPasskey(page, 'Ada’s laptop')

    await page.getByText('Hello, Ada Example').waitFor()
    expect(page.url()).toBe(world.app.url.href)
    await lookAtPage(page, 'sample-app')
    passkeys = await device.passkeys()
    expect(passkeys).toHaveLength(1)
    const mail = await world.mailbox.received('ada@mail.example', /A passkey was added/)
    expect(mail.text).toContain('was added to your account at Juniper Works')
  })
})

describe('coming with a phone that is too old', () => {
  test('is told before anything is tried, and offered another device', async () => {
    const { page } = await world.openBrowser({
      userAgent:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 15_8 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.6 Mobile/15E148 Safari/604.1',
    })
    await page.goto(world.instance.url.href)
    await typeName(page, 'olaf@juniper.example')
    await typePass(page, world.prepared.olaf.pass)

    await page.getByText('keeping a passkey takes iOS 16 or newer').waitFor()
    await lookAtPage(page, 'too-old')
    expect(await page.getByRole('button', { name: 'Create a passkey', exact: true }).count()).toBe(0)
    await page.getByRole('button', { name: 'Create it on a phone or security key' }).waitFor()
  })
})

describe('coming back the next day', () => {
  test('signs in with the name and a touch', async () => {
    const { page } = await world.openBrowser()
    const device = await plugIn(page, laptop, passkeys)

    await page.goto(world.app.url.href)
    await page.getByRole('button', { name: 'Sign in with Latchkey' }).click()
    await page.getByLabel('Work email or user name').waitFor()
    await typeNameAndTouch(page, device, 'ada@juniper.example')
    await answerInterrupts(page, { stay: 'No' })

    await page.getByText('Hello, Ada Example').waitFor()
    await expectStrength(page.getByRole('main').innerText())
  })

  test('is offered the passkey in the name field', async () => {
    const { page } = await world.openBrowser()
    const device = await plugIn(page, laptop, passkeys)
    await device.touch()

    await page.goto(world.app.url.href)
    await page.getByRole('button', { name: 'Sign in with Latchkey' }).click()
    await answerInterrupts(page, { stay: 'No' })

    await page.getByText('Hello, Ada Example').waitFor()
  })

  test('signs in without typing a name', async () => {
    const { page } = await world.openBrowser()
    const device = await plugIn(page, laptop, passkeys)

    await page.goto(world.app.url.href)
    await page.getByRole('button', { name: 'Sign in with Latchkey' }).click()
    await page.getByText('Sign-in options').click()
    const withoutName = page.getByRole('link', { name: /Face, fingerprint, PIN or security key/ })
    await withoutName.waitFor()
    await lookAtPage(page, 'sign-in-options')
    await device.touch()
    await withoutName.click()
    await answerInterrupts(page, { stay: 'No' })

    await page.getByText('Hello, Ada Example').waitFor()
  })

  test('goes back to the app without a question while the session lives', async () => {
    const { page } = await world.openBrowser()
    const device = await plugIn(page, laptop, passkeys)
    await device.touch()
    await page.goto(world.instance.url.href)
    await answerInterrupts(page, { stay: 'No' })
    await page.getByRole('heading', { name: 'Security info' }).waitFor()

    await page.goto(world.app.url.href)
    await page.getByRole('button', { name: 'Sign in with Latchkey' }).click()

    await page.getByText('Hello, Ada Example').waitFor()
  })
})

async function expectStrength(text: Promise<string>): Promise<void> {
  expect(await text).toContain('mfa')
  expect(await text).toContain('urn:latchkey:acr:phr')
}
