import type { Page } from 'playwright-core'
import { type Authenticator, laptop, type Passkeys, plugIn } from './authenticator.ts'
import { lookAtPage } from './look-at-page.ts'
import { answerInterrupts } from './steps.ts'

/** Sign in with a passkey at Latchkey itself, and arrive at Security info. The device stays plugged in, untouched. */
export async function signInWithPasskey(
  page: Page,
  url: URL,
  passkeys: Passkeys,
  stay: 'Yes' | 'No' = 'No',
): Promise<Authenticator> {
  const device = await plugIn(page, laptop, passkeys)
  await device.touch()
  await page.goto(url.href)
  await answerInterrupts(page, { stay })
  await page.getByRole('heading', { name: 'Security info', level: 1 }).waitFor()
  await device.letGo()
  return device
}

/** Go from a sample app to Latchkey. */
export async function signInToApp(page: Page, app: URL): Promise<void> {
  await page.goto(app.href)
  await page.getByRole('button', { name: 'Sign in with Latchkey' }).click()
}

/** Sign out at Latchkey, in this browser. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Sign out', exact: true }).click()
  await page.getByRole('heading', { name: 'Sign out?' }).waitFor()
  await lookAtPage(page, 'sign-out')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
  await lookAtPage(page, 'signed-out')
}
