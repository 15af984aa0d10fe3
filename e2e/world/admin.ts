import { createHash } from 'node:crypto'
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
  // Some stories stop the server next: a page that has not read all of its code by then cannot start.
  await page.waitForLoadState('networkidle')
  return opened
}

/**
 * Let time pass since somebody proved who they are: the session of their browser is as if its proofs were so many minutes
 * older. The server is restarted.
 */
export async function letProofsAge(
  world: World<unknown>,
  { context }: Pick<PersonsBrowser, 'context'>,
  minutes: number,
): Promise<void> {
  const cookies = await context.cookies()
  const { value } = cookies.find(({ name }) => name.startsWith('latchkey-session-')) ?? { value: '' }
  const hash = new Uint8Array(createHash('sha256').update(value).digest())
  const { tenantId } = world.tenant
  const aged = await world.whileStopped(async ({ stores }) => {
    const session = await stores.sessions.findByToken(tenantId, hash)
    if (session === undefined) return false
    const proofs = session.proofs.map((proof) => ({
      ...proof,
      at: new Date(proof.at.getTime() - minutes * 60_000),
    }))
    return await stores.sessions.rotate({ ...session, proofs }, hash, hash)
  })
  if (!aged) throw new Error('nobody is signed in here')
}
