import { changeRules } from '@latchkey/identity/administer'
import { changeTerms, knownApps, readConditionalAccess, readTerms } from '@latchkey/policy'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OpenPage } from '../simulate/page-browser.ts'
import type { TestBrowser } from './test-browser.ts'
import { testPasskey } from './test-passkey.ts'
import {
  actor,
  answerQuestions,
  makePasskey,
  openSignInWorld,
  post,
  type SignInWorld,
} from './test-sign-in-world.ts'

let world: SignInWorld
beforeEach(async () => {
  world = await openSignInWorld()
  await askForTerms()
})
afterEach(() => world.close())

const termsId = '00000000-0000-4000-8000-000000000071'
const policyId = '00000000-0000-4000-8000-000000000001'
const at = '2026-03-01T09:00:00Z'
const file = (language: string, text: string) => ({
  fileName: `${language}.txt`,
  language,
  isDefault: language === 'en',
  fileData: { data: Buffer.from(text).toString('base64') },
})

/** Security info is open to whoever accepted the house rules. */
async function askForTerms() {
  const { tenantId } = world.tenant
  const stamp = { createdDateTime: at, modifiedDateTime: null }
  const terms = readTerms(
    {
      displayName: 'House rules',
      isViewingBeforeAcceptanceRequired: true,
      files: [file('en', 'Be kind.\n<b>Always.</b>'), file('de', 'Sei freundlich.')],
    },
    { id: termsId, ...stamp },
  )
  const policy = readConditionalAccess(
    {
      displayName: 'House rules',
      state: 'enabled',
      conditions: {
        clientAppTypes: ['all'],
        applications: { includeApplications: [knownApps.securityInfo] },
        users: { includeUsers: ['All'] },
      },
      grantControls: { operator: 'OR', termsOfUse: [termsId] },
    },
    { id: policyId, ...stamp },
  )
  await changeRules(world.deps, { tenantId, actor }, [
    { kind: 'terms', id: termsId, change: () => terms },
    { kind: 'conditionalAccess', id: policyId, change: () => policy },
  ])
}

/** Come with a pass, up to the terms: nobody changes their sign-in methods before either. */
function come(browser: TestBrowser): Promise<OpenPage> {
  return world.comeWithPass(browser, 'pia', '/sign-in')
}

describe('terms of use', () => {
  test('are shown to whoever has proven who they are, and accepted once', async () => {
    const browser = world.browser()
    const page = await come(browser)
    expect(page.heading).toBe('Terms of use')
    expect(page.answer.body).toContain('Be kind.\n&#60;b&#62;Always.&#60;/b&#62;')
    const answer = { flow: page.flow, answer: 'yes', terms: termsId, version: 1, language: 'en' }
    const secure = await browser.open(await post(browser, '/sign-in/terms', answer))
    const made = await makePasskey(browser, secure.flow, testPasskey())
    expect(await answerQuestions(browser, made)).toBe('/security-info')

    expect((await browser.open('/security-info')).path).toBe('/security-info')
    expect((await browser.open('/sign-in')).path).toBe('/security-info')
  })

  test('keep out whoever declines, who may think again', async () => {
    const browser = world.browser()
    const page = await come(browser)
    const no = { flow: page.flow, answer: 'no', terms: termsId, version: 1, language: 'en' }

    const blocked = await browser.open(await post(browser, '/sign-in/terms', no))

    expect(blocked.answer.body).toContain('accept its terms of use')
    expect((await browser.open('/security-info')).heading).toBe('Terms of use')
  })

  test('are accepted in a language they are in, and no other', async () => {
    const browser = world.browser()
    const page = await come(browser)
    const answer = { flow: page.flow, answer: 'yes', terms: termsId, version: 1, language: 'xx' }

    const refused = await browser.post('/sign-in/terms', answer)

    expect([refused.statusCode, refused.json().type]).toEqual([400, 'urn:latchkey:invalid_input'])
    expect((await browser.open('/security-info')).heading).toBe('Terms of use')
  })

  test('are those that were on the page, or are shown anew', async () => {
    const browser = world.browser()
    const page = await come(browser)
    const { tenantId } = world.tenant
    await changeRules(world.deps, { tenantId, actor }, [
      {
        kind: 'terms',
        id: termsId,
        change: (before) =>
          before &&
          changeTerms(before, { files: [{ ...file('en', 'Be very kind.'), isMajorVersion: true }] }, at),
      },
    ])

    const answer = { flow: page.flow, answer: 'yes', terms: termsId, version: 1, language: 'en' }
    const refused = await browser.post('/sign-in/terms', answer)

    expect([refused.statusCode, refused.json().type]).toEqual([409, 'urn:latchkey:terms_changed'])
    expect((await browser.open('/security-info')).heading).toBe('Terms of use')
  })
})
