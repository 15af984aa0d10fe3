import { changeOrganisation, changeRules, setPassword } from '@latchkey/identity/administer'
import { applyPolicyPatch, type CampaignDocument, readConditionalAccess } from '@latchkey/policy'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { OpenPage } from '../simulate/page-browser.ts'
import type { TestBrowser } from './test-browser.ts'
import { addWithCodes, signInWithCode } from './test-codes.ts'
import { testPasskey } from './test-passkey.ts'
import {
  actor,
  answerQuestions,
  makePasskey,
  openSignInWorld,
  post,
  type SignInWorld,
  typeName,
} from './test-sign-in-world.ts'

const windows =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0'
const asked = 'Sign in faster and safer'

let world: SignInWorld
let secret: string

beforeEach(async () => {
  world = await openSignInWorld()
  secret = await addWithCodes(world, 'tom')
})
afterEach(() => world.close())

/** Put a campaign on for everybody. */
async function campaign(change: Partial<CampaignDocument> = {}) {
  const { tenantId } = world.tenant
  const stamp = { at: world.deps.now().toISOString(), newId: () => crypto.randomUUID() }
  const authenticationMethodsRegistrationCampaign = { state: 'enabled', ...change }
  const body = { registrationEnforcement: { authenticationMethodsRegistrationCampaign } }
  await changeRules(world.deps, { tenantId, actor }, [
    {
      kind: 'methodsPolicy',
      id: 'authenticationMethodsPolicy',
      change: (before) => before && applyPolicyPatch(before, body, stamp),
    },
  ])
}

const signIn = (browser: TestBrowser, ask?: string) =>
  signInWithCode(world, browser, { name: 'tom', secret, ...(ask && { ask }) })

/** The next sign-in, so many days later, in a browser that knows nothing. */
async function onDay(days: number, userAgent = windows): Promise<{ browser: TestBrowser; page: OpenPage }> {
  world.clock.at = new Date(world.clock.at.getTime() + days * 86_400_000)
  const browser = world.browser(userAgent)
  return { browser, page: await signIn(browser) }
}

const skip = (browser: TestBrowser, { flow }: OpenPage, answer = 'skip') =>
  browser.post('/sign-in/nudge', { flow, answer })

async function stepsOf() {
  const { tenantId } = world.tenant
  const until = new Date(world.clock.at.getTime() + 1)
  const events = await world.deps.stores.stepEvents.list(tenantId, { from: new Date(0), until, limit: 99 })
  return events.map(({ step, code }) => (code === undefined ? step : `${step}: ${code}`))
}

describe('the campaign at sign-in', () => {
  test('asks nothing of anybody, nor of the database, as long as it is off', async () => {
    const find = vi.spyOn(world.deps.stores.nudges, 'find')

    const { page } = await onDay(0)

    expect(page.heading).toBe('Keep your account secure')
    expect(find).not.toHaveBeenCalled()
  })

  test('leaves whoever has nothing but a password to the question for a first passkey', async () => {
    const { deps, tenant } = world
    await campaign()
    await changeOrganisation(
      deps,
      { tenantId: tenant.tenantId, actor },
      { leastStrength: 'singleFactor', passwordMayAddFirstPasskey: true },
    )
    const { userId } = await world.add('pat')
    await setPassword(deps, { tenantId: tenant.tenantId, userId, password: 'a long enough sentence', actor })
    const browser = world.browser(windows)
    const { flow } = await typeName(browser, 'pat', '/ask?strength=singleFactor')

    const value = 'a long enough sentence'
    const page = await browser.open(await post(browser, '/sign-in/password', { flow, value }))

    expect(page.heading).toBe('Keep your account secure')
  })

  test('can be put off three times, and says so before it is over', async () => {
    await campaign()
    const said: string[] = []
    for (const left of [3, 2, 1]) {
      const { browser, page } = await onDay(1)
      expect(page.heading).toBe(asked)
      said.push(/id="skip">([^<]*)</.exec(page.answer.body)?.[1] ?? '')
      expect(page.answer.body.includes('You can skip this once more')).toBe(left === 1)
      const next = (await skip(browser, page)).json().navigate
      expect(await answerQuestions(browser, next)).toBe('/arrived')
    }
    expect(said).toEqual(['Skip for now (3 left)', 'Skip for now (2 left)', 'Skip for now (last time)'])

    const { browser, page } = await onDay(1)

    expect(page.answer.body).toContain('It is time')
    expect(page.answer.body).not.toContain('id="skip"')
    expect(page.answer.body).toContain('href="/setup?domain=contoso.example" target="_blank"')
    expect((await skip(browser, page)).statusCode).toBe(400)
    expect((await stepsOf()).toSorted()).toEqual([
      ...['offered', 'offered', 'offered', 'offered', 'snoozed', 'snoozed', 'snoozed'],
    ])
  })

  test('lets whoever tried in vain go on when it is over, and leaves them alone for a day', async () => {
    await campaign({ latchkey_deadline: '2026-03-02T00:00:00Z' })
    const { browser, page } = await onDay(0)
    expect(page.answer.body).toContain('id="escape"')

    const next = (await skip(browser, page, 'failed')).json().navigate

    expect(await answerQuestions(browser, next)).toBe('/arrived')
    expect((await onDay(0.5)).page.heading).not.toBe(asked)
    expect((await onDay(0.6)).page.heading).toBe(asked)
    const { tenantId } = world.tenant
    const tom = await world.deps.stores.people.findByUserName(tenantId, 'tom@contoso.example')
    expect(await world.deps.stores.nudges.find(tenantId, tom?.userId ?? '')).toMatchObject({ snoozes: 0 })
  })

  test('asks once in a visit, and not again the same day', async () => {
    await campaign()
    const { browser, page } = await onDay(0)
    const again = await browser.open(`/sign-in/nudge?flow=${page.flow}`)
    await skip(browser, again)
    await skip(browser, again)

    expect((await onDay(0.5)).page.heading).not.toBe(asked)
    expect((await onDay(0.6)).page.answer.body).toContain('2 left')
  })

  test('counts whoever closes the browser', async () => {
    await campaign()
    await onDay(0)

    expect((await onDay(1)).page.answer.body).toContain('2 left')
    expect((await stepsOf()).toSorted()).toEqual(['offered', 'offered', 'snoozed: left'])
  })

  test('leads to a passkey, and asks no more where there is one', async () => {
    await campaign()
    const { browser, page } = await onDay(0)

    const made = await makePasskey(browser, page.flow, testPasskey())

    expect(await answerQuestions(browser, made)).toBe('/arrived')
    expect((await onDay(2)).page.heading).not.toBe(asked)
  })

  test('asks the database nothing where somebody uses a passkey of this device', async () => {
    await campaign()
    const passkey = testPasskey()
    const { browser, page } = await onDay(0)
    await makePasskey(browser, page.flow, passkey)
    const find = vi.spyOn(world.deps.stores.nudges, 'find')
    const later = world.browser(windows)
    const { flow, options } = await typeName(later, 'tom')

    const response = passkey.authenticate(options)
    await later.open(await post(later, '/sign-in/passkey/finish', { flow, response }))

    expect(find).not.toHaveBeenCalled()
  })

  test('asks nobody who was signed in before', async () => {
    await campaign({ snoozeDurationInDays: 0 })
    const { browser, page } = await onDay(0)
    await answerQuestions(browser, (await skip(browser, page)).json().navigate)

    expect((await browser.open('/ask?strength=multiFactor&tenant=contoso.example')).heading).not.toBe(asked)
  })

  test.each([
    ['on Linux', 'Mozilla/5.0 (X11; Linux x86_64) Chrome/131.0'],
    ['on a system nobody knows', 'curl/8'],
  ])('asks nobody %s', async (_, userAgent) => {
    await campaign()

    expect((await onDay(0, userAgent)).page.heading).not.toBe(asked)
  })

  test('asks nobody whom a rule does not let add one here', async () => {
    await campaign()
    const { tenantId } = world.tenant
    const id = '00000000-0000-4000-8000-000000000001'
    const stamp = { id, createdDateTime: '2026-03-01T09:00:00Z', modifiedDateTime: null }
    const closed = readConditionalAccess(
      {
        displayName: 'Not here',
        state: 'enabled',
        conditions: {
          clientAppTypes: ['all'],
          applications: { includeUserActions: ['urn:user:registersecurityinfo'] },
          users: { includeUsers: ['All'] },
        },
        grantControls: { operator: 'OR', builtInControls: ['block'] },
      },
      stamp,
    )
    await changeRules({ ...world.deps, checkRules: async () => {} }, { tenantId, actor }, [
      { kind: 'conditionalAccess', id, change: () => closed },
    ])

    expect((await onDay(0)).page.heading).not.toBe(asked)
  })

  test('asks nobody whom it leaves out, and offers them nothing else either', async () => {
    const { tenantId } = world.tenant
    const tom = await world.deps.stores.people.findByUserName(tenantId, 'tom@contoso.example')
    await campaign({ excludeTargets: [{ targetType: 'user', id: tom?.userId ?? '' }] })

    const { page } = await onDay(0)

    expect([asked, 'Keep your account secure']).not.toContain(page.heading)
  })

  test('leaves the first day with a pass as it is', async () => {
    await campaign()

    expect((await world.comeWithPass(world.browser(windows), 'pia')).heading).toBe('Keep your account secure')
  })
})
