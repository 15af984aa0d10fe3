import { laptop, plugIn } from './authenticator.ts'
import type { PersonsBrowser } from './browser.ts'
import type { PasskeyHolder } from './people.ts'
import { answerInterrupts, typeNameAndTouch } from './steps.ts'
import type { World } from './world.ts'

/** Open a page of the admin centre (or of Security info) and sign in for it, with a passkey that is touched when asked. */
export async function enterAdminCentre(
  world: World<unknown>,
  { person, passkeys }: Pick<PasskeyHolder, 'person' | 'passkeys'>,
  path: string,
): Promise<PersonsBrowser> {
  const opened = await world.openBrowser()
  const { page } = opened
  const device = await plugIn(page, laptop, passkeys)
  await page.goto(new URL(path, world.instance.url).href)
  await typeNameAndTouch(page, device, person.userName)
  await answerInterrupts(page, { stay: 'No' })
  await page.waitForURL((url) => url.pathname === path.split('?')[0])
  return opened
}
