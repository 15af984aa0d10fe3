import { listSessions } from '@latchkey/identity'
import { changeRules, removePass, setPassword } from '@latchkey/identity/administer'
import { readConditionalAccess } from '@latchkey/policy'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
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

let world: SignInWorld

beforeEach(async () => {
  world = await openSignInWorld()
})

afterEach(async () => await world.close())

async function wish(mode: 'always' | 'never') {
  const { tenantId } = world.tenant
  const id = '00000000-0000-4000-8000-000000000001'
  const document = readConditionalAccess(
    {
      displayName: 'Browsers',
      state: 'enabled',
      conditions: {
        clientAppTypes: ['all'],
        applications: { includeApplications: ['All'] },
        users: { includeUsers: ['All'] },
      },
      sessionControls: { persistentBrowser: { isEnabled: true, mode } },
    },
    { id, createdDateTime: '2026-03-01T09:00:00Z', modifiedDateTime: null },
  )
  await changeRules(world.deps, { tenantId, actor }, [
    { kind: 'conditionalAccess', id, change: () => document },
  ])
}

/** What an app sends that names no organisation. */
const common = '/common/oauth2/v2.0/authorize?client_id=some-app&response_type=code&scope=openid'

/** Come with a passkey made before, and answer what is asked. @returns the questions that were asked */
async function comeAgain(ask = '/sign-in') {
  const { tenantId } = world.tenant
  const passkey = testPasskey()
  const browser = world.browser()
  const secure = await world.comeWithPass(browser, 'pia', '/sign-in')
  await makePasskey(browser, secure.flow, passkey)
  const found = await world.deps.stores.people.findByUserName(tenantId, 'pia@contoso.example')
  const { userId = '' } = found ?? {}
  await removePass(world.deps, { tenantId, userId, actor })
  await setPassword(world.deps, { tenantId, userId, password: 'correct horse battery staple', actor })

  const tomorrow = world.browser()
  const page = await typeName(tomorrow, 'pia', ask)
  const response = passkey.authenticate(page.options)
  const next = await post(tomorrow, '/sign-in/passkey/finish', { flow: page.flow, response })
  // Whether or not the page asks: whoever knows the address can answer.
  await tomorrow.post('/sign-in/stay', { flow: page.flow, answer: 'yes' })
  const asked: string[] = []
  const out = await answerQuestions(tomorrow, next)
  if (next.includes('/sign-in/stay')) asked.push('stay')
  const [session] = await listSessions(world.deps, tenantId, userId)
  return { out, asked, session }
}

describe('staying signed in', () => {
  test('is settled by a rule that says always', async () => {
    await wish('always')
    const { out, session } = await comeAgain()
    expect(out).toBe('/security-info')
    expect(session?.staysSignedIn).toBe(true)
  })

  test('is settled by a rule that says never', async () => {
    await wish('never')
    const { out, session, asked } = await comeAgain()
    expect(out).toBe('/security-info')
    expect(asked).toEqual([])
    expect(session?.staysSignedIn).toBe(false)
  })

  test('is settled by it, too, for an app that names no organisation', async () => {
    await wish('never')
    const { out, session, asked } = await comeAgain(common)
    expect(out).toMatch(/^\/common\/oauth2/)
    expect(asked).toEqual([])
    expect(session?.staysSignedIn).toBe(false)
  })
})
