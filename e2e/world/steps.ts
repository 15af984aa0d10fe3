import type { Page } from 'playwright-core'
import type { Authenticator } from './authenticator.ts'
import { lookAtPage } from './look-at-page.ts'
import { noteSecret } from './secrets.ts'

/** Type a name on the sign-in page, and go on. */
export async function typeName(page: Page, userName: string): Promise<void> {
  await page.getByLabel('Work email or user name').fill(userName)
  await page.getByRole('button', { name: 'Next' }).click()
}

/** Type a name, and touch the device when it asks for the passkey, and not before. */
export async function typeNameAndTouch(page: Page, device: Authenticator, userName: string): Promise<void> {
  await untilPasskeysAreOffered(page)
  await device.touch()
  await typeName(page, userName)
}

/**
 * Wait until the name field offers passkeys. Whoever touches a device before that has answered the offer; whoever
 * touches it afterwards answers what is asked next.
 */
export async function untilPasskeysAreOffered(page: Page): Promise<void> {
  await page.getByLabel('Work email or user name').waitFor()
  await page.evaluate(() => PublicKeyCredential.isConditionalMediationAvailable())
  await page.waitForTimeout(100)
}

/** Type a Temporary Access Pass, and go on. */
export async function typePass(page: Page, pass: string): Promise<void> {
  noteSecret(pass, 'a Temporary Access Pass')
  await page.getByLabel('Temporary Access Pass').fill(pass)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Type a password, and go on. */
export async function typePassword(page: Page, password: string): Promise<void> {
  noteSecret(password, 'a password')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Make the passkey that "Keep your account secure" asks for, and name it. */
export async function createFirstPasskey(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { name: 'Keep your account secure' }).waitFor()
  await lookAtPage(page, 'keep-your-account-secure')
  await page.getByRole('button', { name: 'Create a passkey' }).click()
  await page.getByRole('heading', { name: 'Your passkey is ready' }).waitFor()
  await lookAtPage(page, 'your-passkey-is-ready')
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Done' }).click()
}

/** Answer what may come between a proof and the way on, as long as it comes. */
export async function answerInterrupts(page: Page, answers: { readonly stay: 'Yes' | 'No' }): Promise<void> {
  const makeDefault = page.getByRole('button', { name: 'Yes, ask for my passkey first' })
  const staying = page.getByRole('heading', { name: 'Stay signed in?' })
  await makeDefault.or(staying).first().waitFor()
  if (await makeDefault.isVisible()) {
    await lookAtPage(page, 'make-this-your-default')
    await makeDefault.click()
    await staying.waitFor()
  }
  await lookAtPage(page, 'stay-signed-in')
  await page.getByRole('button', { name: answers.stay, exact: true }).click()
}

/** Say no to every question between a proof and the way on, until the page shows this. */
export async function passQuestions(page: Page, until: string): Promise<void> {
  const arrived = page.getByText(until).first()
  const notNow = page.getByRole('button', { name: 'Not now' })
  const no = page.getByRole('button', { name: 'No', exact: true })
  for (let question = 0; question < 5; question++) {
    await arrived.or(notNow).or(no).first().waitFor()
    if (await arrived.isVisible()) return
    const asked = page.url()
    await ((await notNow.isVisible()) ? notNow : no).click()
    await page.waitForURL((address) => address.href !== asked)
  }
}
