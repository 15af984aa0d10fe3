import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestBrowser } from './test-browser.ts'
import { type TestPasskey, testPasskey } from './test-passkey.ts'
import {
  answerQuestions,
  makePasskey,
  openSignInWorld,
  post,
  type SignInWorld,
  typeName,
} from './test-sign-in-world.ts'

let world: SignInWorld
let browser: TestBrowser
let passkey: TestPasskey
let name: string
let names = 0

beforeAll(async () => {
  world = await openSignInWorld()
})
beforeEach(async () => {
  name = `second${++names}`
  browser = world.browser()
  passkey = testPasskey()
  const secure = await world.comeWithPass(browser, name)
  await answerQuestions(browser, await makePasskey(browser, secure.flow, passkey))
})
afterAll(() => world.close())

const later = (days: number) => {
  world.clock.at = new Date(world.clock.at.getTime() + days * 86_400_000 + 1)
}

/** A browser that has nothing in it. It is the one that the next steps use. */
function nextBrowser() {
  browser = world.browser()
  return browser
}

/** Sign in with the passkey. @returns where it leads */
async function comeIn(change: object = {}, from = nextBrowser()): Promise<string> {
  const page = await typeName(from, name)
  const response = { ...passkey.authenticate(page.options), ...change }
  const url = await post(from, '/sign-in/passkey/finish', { flow: page.flow, response })
  if (!url.startsWith('/sign-in/default')) return url
  const { flow } = await from.open(url)
  return await post(from, '/sign-in/default', { flow, answer: 'no' })
}

const byPhone = { authenticatorAttachment: 'cross-platform' }

describe('the offer of a second passkey', () => {
  test('after a sign-in with a phone, one on this computer; it leads on either way', async () => {
    const url = await comeIn(byPhone)
    expect(url).toMatch(/^\/sign-in\/second/)
    const page = await browser.open(url)
    expect(page.heading).toBe('Add a passkey on this computer')

    const after = await makePasskey(browser, page.flow, testPasskey())

    expect(after).not.toMatch(/second|secure/)
    later(40)
    expect(await comeIn(byPhone)).not.toMatch(/second/)
  })

  test('not now is heard for thirty days, and counted', async () => {
    const { flow } = await browser.open(await comeIn(byPhone))
    expect(await post(browser, '/sign-in/skip', { flow, answer: 'second' })).not.toMatch(/second/)
    later(29)
    expect(await comeIn(byPhone)).not.toMatch(/second/)
    later(2)
    expect(await comeIn(byPhone)).toMatch(/second/)

    const person = await world.deps.stores.people.findByUserName(
      world.tenant.tenantId,
      `${name}@contoso.example`,
    )
    const { tenantId } = world.tenant
    const kept = await world.deps.stores.declinedOffers.find(tenantId, person?.userId ?? '', 'secondPasskey')
    expect(kept?.times).toBe(1)
  })

  test('is not made to who signs in with this device and has a copy elsewhere', async () => {
    later(2)

    expect(await comeIn()).not.toMatch(/second/)
  })

  test('is not made at a security key, which is no phone', async () => {
    const { stores } = world.deps
    const person = await stores.people.findByUserName(world.tenant.tenantId, `${name}@contoso.example`)
    const [held] = await stores.credentials.listOfPerson(world.tenant.tenantId, person?.userId ?? '')
    if (held === undefined) throw new Error('no passkey')
    await stores.credentials.remove(held.tenantId, held.userId, held.id)
    await stores.credentials.insert({ ...held, transports: ['usb'], attestation: { ...held.attestation } })

    expect(await comeIn(byPhone)).not.toMatch(/second/)
  })
})
