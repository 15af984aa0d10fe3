import { issuePass, type Person, type Tenant } from '@latchkey/identity'
import { addPerson, createTenant } from '@latchkey/identity/administer'
import type { StrengthName } from '@latchkey/policy'
import { expect } from 'vitest'
import type { OpenPage } from '../simulate/page-browser.ts'
import { openTestWorld, type TestWorld } from '../test-world.ts'
import { beginSignIn } from './begin-sign-in.ts'
import { type TestBrowser, testBrowser } from './test-browser.ts'
import type { TestPasskey } from './test-passkey.ts'

/** A server with one organisation, and `/ask`, where an app asks for a sign-in that leads to `/arrived`. */
export interface SignInWorld extends TestWorld {
  readonly tenant: Tenant
  /** A browser with nothing in it. */
  browser(userAgent?: string): TestBrowser
  /** Somebody new, by the part of the name before the @. */
  add(name: string): Promise<Person>
  /** Come with a pass, up to the question for a passkey. */
  comeWithPass(browser: TestBrowser, name: string, ask?: string): Promise<OpenPage>
}

export const actor = { kind: 'operator' } as const

/** Open one. */
export async function openSignInWorld(): Promise<SignInWorld> {
  const world = await openTestWorld()
  const { deps, app } = world
  const tenant = await createTenant(deps, { displayName: 'Contoso', domain: 'contoso.example', actor })
  const { tenantId } = tenant
  app.get<{ Querystring: { strength: StrengthName; tenant?: string } }>('/ask', async (request, reply) => {
    const url = beginSignIn(deps, request, reply, {
      to: '/arrived',
      require: { strength: request.query.strength },
      tenantId: request.query.tenant,
      app: { clientId: 'app', displayName: 'Expenses' },
    })
    return reply.redirect(url)
  })
  const add = (name: string) =>
    addPerson(deps, { tenantId, userName: `${name}@contoso.example`, displayName: name, actor })

  return {
    ...world,
    tenant,
    browser: (userAgent) => testBrowser(world, userAgent),
    add,
    async comeWithPass(browser, name, ask) {
      const { userId } = await add(name)
      const { pass } = await issuePass(deps, { tenantId, userId, actor })
      const { flow } = await typeName(browser, name, ask)
      const way = await browser.open(`/sign-in/pass?flow=${flow}`)
      return await browser.open(await post(browser, '/sign-in/pass', { flow: way.flow, value: pass }))
    },
  }
}

/** Send what a page's script sends. @returns where it leads */
export async function post(browser: TestBrowser, path: string, body: object): Promise<string> {
  const answer = await browser.post(path, body)
  expect(answer.json(), path).toHaveProperty('navigate')
  return answer.json().navigate
}

/** Type the name, and open the page that it gets. */
export async function typeName(browser: TestBrowser, name: string, ask = '/ask?strength=multiFactor') {
  const { flow } = await browser.open(ask)
  return await browser.open(
    await post(browser, '/sign-in/name', { flow, userName: `${name}@contoso.example` }),
  )
}

/** Make a passkey where it is asked for, and name it. @returns where it leads */
export async function makePasskey(browser: TestBrowser, flow: string, passkey: TestPasskey): Promise<string> {
  const begun = await browser.post('/sign-in/register/begin', { flow, kind: 'this-device' })
  const response = passkey.register(begun.json().options)
  const named = await browser.open(
    await post(browser, '/sign-in/register/finish', { flow, kind: 'this-device', response }),
  )
  expect(named.heading).toBe('Your passkey is ready')
  return await post(browser, '/sign-in/name-passkey', { flow: named.flow, value: 'Laptop' })
}

/** Answer the questions, until there are none. @returns where it leads */
export async function answerQuestions(browser: TestBrowser, start: string): Promise<string> {
  let url = start
  for (const question of ['default', 'stay']) {
    if (!url.startsWith(`/sign-in/${question}?`)) continue
    const { flow } = await browser.open(url)
    url = await post(browser, `/sign-in/${question}`, { flow, answer: 'no' })
  }
  return url
}

/** Whether the browser is signed in. */
export function hasSession({ cookies }: TestBrowser): boolean {
  return [...cookies.keys()].some((name) => name.includes('session'))
}
