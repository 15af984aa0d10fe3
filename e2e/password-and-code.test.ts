import { generate } from 'otplib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookAtPage } from './world/look-at-page.ts'
import { addPersonWithCodes, addPersonWithPassword } from './world/people.ts'
import { passQuestions, typeName, typePassword } from './world/steps.ts'
import { openWorld, type World } from './world/world.ts'

const password = 'correct horse battery staple'

let world: World<{ readonly secret: string }>

beforeAll(async () => {
  world = await openWorld(async (deps, tenant) => {
    await addPersonWithPassword(deps, tenant, 'pia', password)
    return await addPersonWithCodes(deps, tenant, 'tom', password)
  })
})

afterAll(() => world?.close())

async function signInToApp(page: Page, name: string, typed: string): Promise<void> {
  await page.goto(world.app.url.href)
  await page.getByRole('button', { name: 'Sign in with Latchkey' }).click()
  await typeName(page, `${name}@juniper.example`)
  await page.getByRole('heading', { name: 'Enter your password' }).waitFor()
  await lookAtPage(page, 'password')
  await typePassword(page, typed)
}

describe('signing in with a password and a code', () => {
  test('is two factors to the app, and never phishing-resistant', async () => {
    const { page } = await world.openBrowser()

    await signInToApp(page, 'tom', password)
    await page.getByRole('heading', { name: 'Enter the code' }).waitFor()
    await lookAtPage(page, 'code')
    await page
      .getByLabel('Code from your authenticator app')
      .fill(await generate({ secret: world.prepared.secret }))
    await page.getByRole('button', { name: 'Verify' }).click()
    await passQuestions(page, 'Hello, Tom Example')

    const shown = await page.getByRole('main').innerText()
    expect(shown).toContain('pwd')
    expect(shown).toContain('otp')
    expect(shown).toContain('urn:latchkey:acr:mfa')
    expect(shown).not.toContain('urn:latchkey:acr:phr')
  })

  test('says when the password is wrong, and not that there is such a person', async () => {
    const { page } = await world.openBrowser()

    await signInToApp(page, 'tom', 'not my password')

    await page.getByText('That did not work').waitFor()
    await lookAtPage(page, 'password-wrong')
  })

  test('is not enough without the code', async () => {
    const { page } = await world.openBrowser()

    await signInToApp(page, 'pia', password)

    await page.getByRole('heading', { name: /stronger sign-in|cannot sign in this way/ }).waitFor()
    await lookAtPage(page, 'stronger-needed')
  })
})
