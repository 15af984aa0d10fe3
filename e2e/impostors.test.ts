import { setPersonEnabled } from '@latchkey/identity/administer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { laptop, plugIn } from './world/authenticator.ts'
import { lookAtPage } from './world/look-at-page.ts'
import { addNewcomer, addPasskeyHolder, addPersonWithPassword, type PasskeyHolder } from './world/people.ts'
import { answerInterrupts, typeNameAndTouch } from './world/steps.ts'
import {
  beginWithPasskey,
  continueAt,
  finishWithPasskey,
  sessionCookieOf,
  visitSignIn,
} from './world/visit.ts'
import { openWorld, type World } from './world/world.ts'

let world: World<{ readonly mallory: PasskeyHolder; readonly victor: PasskeyHolder }>

beforeAll(async () => {
  world = await openWorld(async (deps, tenant) => {
    const mallory = await addPasskeyHolder(deps, tenant, 'mallory')
    const victor = await addPasskeyHolder(deps, tenant, 'victor')
    for (const name of ['anna', 'bert', 'cleo']) await addPasskeyHolder(deps, tenant, name)
    for (const name of ['doris', 'emil']) {
      await addPersonWithPassword(deps, tenant, name, `the password of ${name}`)
    }
    await addNewcomer(deps, tenant, 'fred')
    const gone = await addPasskeyHolder(deps, tenant, 'gone')
    const { tenantId, userId } = gone.person
    await setPersonEnabled(deps, { tenantId, userId, enabled: false, actor: { kind: 'operator' } })
    return { mallory, victor }
  })
})

afterAll(() => world?.close())

describe('answering a challenge', () => {
  test('counts once, when two tabs race with one answer', async () => {
    const visit = await visitSignIn(world.instance.url)
    const challenge = await beginWithPasskey(visit)
    const { passkey } = world.prepared.victor

    const answers = await Promise.all([
      finishWithPasskey(visit, passkey, challenge),
      finishWithPasskey(await continueAt(world.instance.url, visit), passkey, challenge),
    ])

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.map(sessionCookieOf).filter((cookie) => cookie !== undefined)).toHaveLength(1)
    expect(answers.map(({ body }) => body).join()).toContain('urn:latchkey:challenge_spent')
  })

  test('counts in the browser that asked, and in no other', async () => {
    const asked = await visitSignIn(world.instance.url)
    const carried = await visitSignIn(world.instance.url)
    const challenge = await beginWithPasskey(asked)

    const answer = await finishWithPasskey(carried, world.prepared.victor.passkey, challenge)

    expect(answer.status).toBe(400)
    expect(answer.body).toContain('urn:latchkey:challenge_unknown')
    expect(sessionCookieOf(answer)).toBeUndefined()
  })

  test('does not count from another site', async () => {
    const visit = await visitSignIn(world.instance.url)
    const challenge = await beginWithPasskey(visit)
    const phished = { ...world.prepared.victor.passkey, origin: 'https://juniper.evil.example' }

    const answer = await finishWithPasskey(visit, phished, challenge)

    expect(answer.body).toContain('urn:latchkey:origin_mismatch')
    expect(sessionCookieOf(answer)).toBeUndefined()
  })

  test('does not count for somebody else than the one who was named', async () => {
    const { page } = await world.openBrowser()
    const device = await plugIn(page, laptop, world.prepared.mallory.passkeys)
    await page.goto(world.instance.url.href)
    await typeNameAndTouch(page, device, 'victor@juniper.example')

    await page.getByRole('alert').waitFor()
    expect(await hasSession(page.context().cookies())).toBe(false)
  })
})

describe('an authenticator that lies', () => {
  test.each([
    ['with a bogus signature', { bogusSignature: true }, 'bogus-signature'],
    ['about the touch', { badUserPresent: true }, 'bad-user-present'],
    ['about the fingerprint', { badUserVerified: true }, 'bad-user-verified'],
  ] as const)('%s is refused, and the page says what to do', async (_, how, photograph) => {
    const { page } = await world.openBrowser()
    const device = await plugIn(page, laptop, world.prepared.victor.passkeys)
    await page.goto(world.instance.url.href)
    await device.misbehave(how)
    await typeNameAndTouch(page, device, 'victor@juniper.example')
    await page.getByRole('alert').waitFor()
    await lookAtPage(page, `passkey-${photograph}`)

    expect(await hasSession(page.context().cookies())).toBe(false)
    await device.misbehave({})
    await page.getByRole('button', { name: 'Try again' }).click()
    await answerInterrupts(page, { stay: 'No' })
    await page.getByRole('heading', { name: 'Security info' }).waitFor()
  })

  test('that does not recognise the finger gives nothing, and the page says what may be wrong', async () => {
    const { page } = await world.openBrowser()
    const device = await plugIn(page, laptop, world.prepared.victor.passkeys)
    await device.verifyUser(false)
    await page.goto(world.instance.url.href)

    await typeNameAndTouch(page, device, 'victor@juniper.example')
    await page.getByRole('alert').waitFor()

    await lookAtPage(page, 'passkey-not-allowed')
    expect(await hasSession(page.context().cookies())).toBe(false)
  })
})

describe('guessing who works here', () => {
  const known = ['anna', 'bert', 'cleo', 'doris', 'emil', 'fred', 'gone']
  const unknown = Array.from({ length: 24 }, (_, number) => `nobody${number}`)

  test('tells nothing: an unknown name gets one of the pages that people get, of the same size', async () => {
    const ofPeople = await Promise.all(known.map(askFor))
    const ofNobody = await Promise.all(unknown.map(askFor))

    const kinds = new Map(ofPeople.map((page) => [page.kind, page]))
    for (const page of ofNobody) {
      const twin = kinds.get(page.kind)
      expect(twin, `${page.kind} is a page that people get`).toBeDefined()
      expect(page.status).toEqual(twin?.status)
      expect(page.shape).toEqual(twin?.shape)
      expect(Math.abs(page.bytes - (twin?.bytes ?? 0))).toBeLessThan(150)
    }
    expect(new Set(ofNobody.map(({ kind }) => kind)).size).toBeGreaterThan(1)
  })

  test('tells nothing when asked again: the same name gets the same page and the same passkeys', async () => {
    const names = [...known, ...unknown.slice(0, 8)]

    const first = await Promise.all(names.map(askFor))
    const again = await Promise.all(names.map(askFor))

    expect(again.map(({ kind, ids }) => ({ kind, ids }))).toEqual(
      first.map(({ kind, ids }) => ({ kind, ids })),
    )
    const allIds = first.flatMap(({ ids }) => ids)
    expect(new Set(allIds).size).toBe(allIds.length)
  })
})

/** What a stranger sees who types a name. */
async function askFor(name: string) {
  const visit = await visitSignIn(world.instance.url)
  const answer = await visit.post('/sign-in/name', {
    flow: visit.flow,
    userName: `${name}@juniper.example`,
  })
  const { navigate = '' }: { navigate?: string } = JSON.parse(answer.body)
  const page = await visit.get(navigate)
  visit.close()
  const data: { options?: { allowCredentials?: readonly { id: string; transports: readonly string[] }[] } } =
    JSON.parse(/<script[^>]*id="data"[^>]*>([^<]*)</.exec(page.body)?.[1] ?? '{}')
  const allowed = data.options?.allowCredentials ?? []
  return {
    kind: `${new URL(navigate, world.instance.url).pathname} ${/<h1[^>]*>([^<]*)/.exec(page.body)?.[1]}`,
    status: [answer.status, page.status],
    shape: Object.keys(data).sort(),
    ids: allowed.map(({ id }) => id),
    bytes: page.body.length,
  }
}

async function hasSession(cookies: Promise<readonly { readonly name: string }[]>): Promise<boolean> {
  return (await cookies).some(({ name }) => name.includes('session'))
}
