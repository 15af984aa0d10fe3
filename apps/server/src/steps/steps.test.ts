import { steps } from '@latchkey/identity'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testPasskey } from '../sign-in/test-passkey.ts'
import {
  answerQuestions,
  makePasskey,
  openSignInWorld,
  post,
  type SignInWorld,
  typeName,
} from '../sign-in/test-sign-in-world.ts'

const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
const day = 86_400_000

let world: SignInWorld
beforeAll(async () => {
  world = await openSignInWorld()
})
afterAll(() => world.close())

/** What was written down of somebody. */
async function stepsOf(name: string) {
  await world.app.steps.flush()
  const { tenantId } = world.tenant
  const person = await world.deps.stores.people.findByUserName(tenantId, `${name}@contoso.example`)
  const userId = person?.userId ?? ''
  const until = new Date(world.clock.at.getTime() + 1)
  const query = { from: new Date(0), until, limit: 99, userId }
  const events = await world.deps.stores.stepEvents.list(tenantId, query)
  // Here time stands still, and ids of one millisecond are in no order.
  return events.toSorted(
    (a, b) => a.at.getTime() - b.at.getTime() || steps.indexOf(a.step) - steps.indexOf(b.step),
  )
}

const later = (milliseconds: number) => {
  world.clock.at = new Date(world.clock.at.getTime() + milliseconds)
}

const failure = {
  ceremony: 'create',
  name: 'NotAllowedError',
  message: '',
  elapsedMilliseconds: 4200,
  timeoutMilliseconds: 60_000,
  automatic: false,
  focused: true,
  framed: false,
  secure: true,
  transports: [],
  capabilities: {},
}

describe('the way to a passkey, on the sign-in pages', () => {
  test('leaves its steps, with what was in the person’s hands and nothing that names them', async () => {
    const browser = world.browser(iphone)
    const passkey = testPasskey()

    const secure = await world.comeWithPass(browser, 'ann')
    later(5000)
    await answerQuestions(browser, await makePasskey(browser, secure.flow, passkey))

    const events = await stepsOf('ann')
    expect(events.map(({ step }) => step)).toEqual(['offered', 'started', 'promptShown', 'created'])
    for (const event of events) {
      expect(event).toMatchObject({ device: 'iphone', browser: 'safari', method: 'passkey' })
      expect(JSON.stringify(event)).not.toMatch(/contoso|127\.0|Mozilla/)
    }
    expect(events[3]).toMatchObject({ aaguid: '00000000-0000-0000-0000-000000000000' })

    const comeBack = async () => {
      const next = world.browser(iphone)
      const page = await typeName(next, 'ann')
      const response = passkey.authenticate(page.options)
      await post(next, '/sign-in/passkey/finish', { flow: page.flow, response })
      return (await stepsOf('ann')).slice(4).map(({ step }) => step)
    }
    expect(await comeBack()).toEqual(['firstUsed'])
    later(1000)
    expect(await comeBack()).toEqual(['firstUsed'])
    later(day)
    expect(await comeBack()).toEqual(['firstUsed', 'used'])
    later(1000)
    expect(await comeBack()).toEqual(['firstUsed', 'used'])
  })

  test('says what a browser failed with, and that it had asked; of what it tried by itself, nothing', async () => {
    const browser = world.browser(iphone)
    const { flow } = await world.comeWithPass(browser, 'ben')

    await browser.post('/sign-in/report', { flow, failure: { ...failure, automatic: true } })
    await browser.post('/sign-in/report', { flow, failure: { ...failure, ceremony: 'get' } })
    expect((await stepsOf('ben')).map(({ step }) => step)).toEqual(['offered'])

    const { type } = (await browser.post('/sign-in/report', { flow, failure })).json()
    await browser.post('/sign-in/report', { flow, failure: { ...failure, elapsedMilliseconds: 20 } })
    const [, shown, ...failed] = await stepsOf('ben')
    expect(shown?.step).toBe('promptShown')
    expect(
      failed.map(({ elapsedMilliseconds = 0 }) => elapsedMilliseconds).toSorted((a, b) => a - b),
    ).toEqual([20, 4200])
    expect(failed.map(({ code }) => `urn:latchkey:${code}`)).toContain(type)
  })

  test('says what an answer was refused with, and keeps no passkey of it', async () => {
    const browser = world.browser(iphone)
    const { flow } = await world.comeWithPass(browser, 'cleo')
    const begun = await browser.post('/sign-in/register/begin', { flow, kind: 'this-device' })
    const response = testPasskey('https://elsewhere.example').register(begun.json().options)

    await browser.post('/sign-in/register/finish', { flow, kind: 'this-device', response })

    const events = await stepsOf('cleo')
    expect(events.map(({ step }) => step)).toEqual(['offered', 'started', 'promptShown', 'failed'])
    expect(events.find(({ step }) => step === 'failed')?.code).toBe('origin_mismatch')
  })

  test('is measured: how long it took to sign in stands in the log', async () => {
    const passkey = testPasskey()
    const made = world.browser()
    await answerQuestions(
      made,
      await makePasskey(made, (await world.comeWithPass(made, 'eve')).flow, passkey),
    )
    const next = world.browser()
    const page = await typeName(next, 'eve')
    later(7300)

    await post(next, '/sign-in/passkey/finish', {
      flow: page.flow,
      response: passkey.authenticate(page.options),
    })

    const [record] = await world.deps.stores.signIns.list(world.tenant.tenantId, { limit: 1 })
    expect(record).toMatchObject({ method: 'passkey', outcome: 'success', elapsedMilliseconds: 7300 })
  })
})
