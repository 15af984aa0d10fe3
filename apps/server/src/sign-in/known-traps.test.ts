import { changeRules, setPassword, setPersonEnabled } from '@latchkey/identity/administer'
import { applyConfigurationPatch, configurationTypes } from '@latchkey/policy'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OpenPage } from '../simulate/page-browser.ts'
import type { TestBrowser } from './test-browser.ts'
import { type TestPasskey, testPasskey } from './test-passkey.ts'
import { actor, makePasskey, openSignInWorld, type SignInWorld, typeName } from './test-sign-in-world.ts'

/** Mistakes others made on their pages, and people paid for. Each is named for its symptom. */

let world: SignInWorld
let passkey: TestPasskey
let userId: string

beforeEach(async () => {
  world = await openSignInWorld()
  passkey = testPasskey()
  const browser = world.browser()
  const { flow } = await world.comeWithPass(browser, 'kay')
  await makePasskey(browser, flow, passkey)
  const { tenantId } = world.tenant
  userId =
    (await world.deps.stores.people.findByUserName(tenantId, 'kay@contoso.example'))?.userId ?? 'nobody'
  world.clock.at = new Date(world.clock.at.getTime() + 24 * 60 * 60 * 1000)
})

afterEach(async () => await world.close())

const finish = (browser: TestBrowser, { flow }: OpenPage, response: object) =>
  browser.post('/sign-in/passkey/finish', { flow, response })

/** The same answer, from a passkey that was made for somebody, or something, else. */
function withHandle(answer: object, handle: string): object {
  const { response } = Object(answer)
  return { ...answer, response: { ...response, userHandle: Buffer.from(handle).toString('base64url') } }
}

describe('a device is told to forget a passkey for good', () => {
  const dormant = async () => {
    const { tenantId } = world.tenant
    const stamp = { at: world.deps.now().toISOString(), newId: () => '00000000-0000-4000-8000-000000000001' }
    const change = { '@odata.type': configurationTypes.Fido2, state: 'disabled' }
    await changeRules({ ...world.deps, checkRules: async () => {} }, { tenantId, actor }, [
      {
        kind: 'methodsPolicy',
        id: 'authenticationMethodsPolicy',
        change: (before) => before && applyConfigurationPatch(before, 'Fido2', change, stamp),
      },
    ])
  }
  const disabled = async () => {
    await setPersonEnabled(world.deps, { tenantId: world.tenant.tenantId, userId, enabled: false, actor })
  }
  const gone = async () => {
    const id = new Uint8Array(Buffer.from(passkey.id, 'base64url'))
    await world.deps.stores.credentials.remove(world.tenant.tenantId, userId, id)
  }

  test.each([
    ['never because rules let it sleep', dormant, (response: object) => response, false],
    ['never because its person is switched off', disabled, (response: object) => response, false],
    ['never because a signature is wrong', async () => {}, withWrongSignature, false],
    [
      'never because a device answers with the passkey of its app lock',
      gone,
      (response: object) => withHandle(response, `lock:${'x'.repeat(32)}`),
      false,
    ],
    ['only if nobody here has it', gone, (response: object) => response, true],
  ] as const)('%s', async (_, prepare, change, unknown) => {
    await prepare()
    const browser = world.browser()
    const page = await browser.open('/ask?strength=multiFactor')

    const answer = await finish(browser, page, change(passkey.authenticate(page.options)))

    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.json().type === 'urn:latchkey:credential_unknown').toBe(unknown)
  })

  test('never because a passkey of another name, which nobody has, was made up', async () => {
    const browser = world.browser()
    const { options, flow } = await typeName(browser, 'nobody-at-all')
    const [offered] = Object(options).allowCredentials ?? []
    const made = { ...passkey.authenticate(options), id: offered?.id, rawId: offered?.id }

    const answer = await browser.post('/sign-in/passkey/finish', { flow, response: made })

    expect(offered).toBeDefined()
    expect(answer.json().type).not.toBe('urn:latchkey:credential_unknown')
  })
})

describe('the list of the passkeys that somebody has', () => {
  const listed = 'allAcceptedCredentialIds'

  test('is told to whoever has just used one, and on no page and in no refusal before', async () => {
    const browser = world.browser()
    const start = await browser.open('/ask?strength=multiFactor')
    const named = await typeName(browser, 'kay')
    const wrong = await finish(browser, named, withWrongSignature(passkey.authenticate(named.options)))
    const begun = await browser.post('/sign-in/passkey/begin', { flow: named.flow })
    for (const { body } of [start.answer, named.answer, wrong, begun]) {
      expect(body.replace(/<script type="module">.*<\/script>/s, '')).not.toContain(listed)
    }

    const right = await finish(browser, named, passkey.authenticate(begun.json().options))

    expect(right.json().signal[listed]).toEqual([passkey.id])
  })

  test('is not told to whoever typed the password', async () => {
    const { tenantId } = world.tenant
    await setPassword(world.deps, { tenantId, userId, password: 'correct horse battery staple', actor })
    const browser = world.browser()
    const { flow } = await typeName(browser, 'kay')

    const answer = await browser.post('/sign-in/password', { flow, value: 'correct horse battery staple' })

    expect(answer.statusCode).toBe(200)
    expect(answer.body).not.toContain(listed)
  })
})

describe('the prompt and the field', () => {
  test('ask for the same, but for the challenge', async () => {
    const browser = world.browser()
    const field = await browser.open('/ask?strength=multiFactor')
    const prompt = await browser.open(`/sign-in/passkey?flow=${field.flow}`)
    const again = await browser.post('/sign-in/passkey/begin', { flow: field.flow })

    const asked = [field.options, prompt.options, again.json().options].map(withoutChallenge)
    expect(asked[0]).toMatchObject({ rpId: 'localhost', userVerification: 'required', hints: [] })
    expect(asked[1]).toEqual(asked[0])
    expect(asked[2]).toEqual(asked[0])
  })

  test('keep to where the person said the passkey is', async () => {
    const browser = world.browser()
    const { flow } = await typeName(browser, 'kay')

    const prompt = await browser.open(`/sign-in/passkey?flow=${flow}&on=phone`)
    const again = await browser.post('/sign-in/passkey/begin', { flow: prompt.flow, on: 'phone' })

    expect(withoutChallenge(again.json().options)).toEqual(withoutChallenge(prompt.options))
    expect(prompt.options).toMatchObject({
      hints: ['hybrid'],
      allowCredentials: [{ transports: ['hybrid', 'internal'] }],
    })
  })
})

describe('what a page says later', () => {
  test.each(['', '/passkey', '/secure', '/password', '/pass'])(
    '(/sign-in%s) has its place from the beginning, where people who listen hear it',
    async (path) => {
      const browser = world.browser()
      const { flow } = await world.comeWithPass(browser, 'nora')
      const { answer } =
        path === ''
          ? await world.browser().open('/ask?strength=multiFactor')
          : await browser.open(`/sign-in${path}?flow=${flow}`)

      expect(answer.body).toMatch(/<div id="status"[^>]* role="status"><\/div>/)
      expect(answer.body).toMatch(/<div id="problem"[^>]* role="alert"/)
    },
  )
})

function withWrongSignature(answer: object): object {
  const { response } = Object(answer)
  const signature = Buffer.from(response.signature, 'base64url')
  signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1
  return { ...answer, response: { ...response, signature: signature.toString('base64url') } }
}

function withoutChallenge(options: unknown): object {
  const { challenge: _, ...rest } = Object(options)
  return rest
}
