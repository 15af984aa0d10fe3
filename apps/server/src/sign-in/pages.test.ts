import { Script } from 'node:vm'
import { issuePass, type Tenant } from '@latchkey/identity'
import { addPerson, createTenant } from '@latchkey/identity/administer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestWorld, type TestWorld } from '../test-world.ts'
import { beginSignIn } from './begin-sign-in.ts'
import { type TestBrowser, testBrowser } from './test-browser.ts'

const actor = { kind: 'operator' } as const
const webview =
  'Mozilla/5.0 (Linux; Android 15; Pixel 9; wv) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36'

/** Header and body together, compressed: what issue and house promise of every page. */
const mostBytes = 10 * 1024

let world: TestWorld
let tenant: Tenant
let browser: TestBrowser
let flow: string

beforeAll(async () => {
  world = await openTestWorld()
  const { deps, app } = world
  tenant = await createTenant(deps, { displayName: 'Contoso', domain: 'contoso.example', actor })
  const { tenantId } = tenant
  app.get('/ask', async (request, reply) => {
    const ask = {
      to: '/',
      require: { strength: 'multiFactor' as const },
      app: { clientId: 'a', displayName: 'Expenses' },
    }
    return reply.redirect(beginSignIn(deps, request, reply, ask))
  })
  const { userId } = await addPerson(deps, {
    tenantId,
    userName: 'nora@contoso.example',
    displayName: 'Nora',
    actor,
  })
  const { pass } = await issuePass(deps, { tenantId, userId, actor })

  browser = testBrowser(world)
  const start = await browser.open('/ask')
  const named = await browser.post('/sign-in/name', { flow: start.flow, userName: 'nora@contoso.example' })
  const page = await browser.open(named.json().navigate)
  const arrived = await browser.post('/sign-in/pass', { flow: page.flow, value: pass })
  flow = (await browser.open(arrived.json().navigate)).flow
})

afterAll(async () => await world.close())

describe('a page of sign-in', () => {
  test.each([
    '',
    '/passkey',
    '/password',
    '/pass',
    '/code',
    '/options',
    '/another-way',
    '/stronger',
    '/secure',
    '/second',
    '/name-passkey',
    '/default',
    '/stay',
  ])('%s is at most 10 KB, asks for nothing else, and has one heading', async (page) => {
    const url = page === '' ? '/ask' : `/sign-in${page}?flow=${flow}`
    const { answer } = await (page === '' ? testBrowser(world) : browser).open(url)

    expect(answer.statusCode).toBe(200)
    expect(answer.body.match(/<h1>/g)).toHaveLength(1)
    expect(answer.body).not.toMatch(/<(script|link|img|iframe)[^>]+(src|href)="(?!data:)/)
    expect(answer.body).not.toMatch(/\s(style|on[a-z]+)="/)
    expect(() => compile(answer.body)).not.toThrow()
    expect(await sizeOf(url)).toBeLessThan(mostBytes)
  })

  test.each(['/signed-out', '/sign-out', '/nowhere', '/sign-in?flow=x'])('%s is as small', async (url) => {
    expect(await sizeOf(url)).toBeLessThan(mostBytes)
  })

  test('inside another app is as small, and can be left for a browser', async () => {
    const inApp = await testBrowser(world, webview).open('/ask')

    expect(inApp.answer.body).toContain('intent://localhost:3000/sign-in/resume?with=')
    expect(inApp.answer.body).toContain('Go on here without a passkey')
  })
})

/** The files of a script share one scope: two that use one name do not compile. */
function compile(page: string): Script | undefined {
  const source = /<script type="module">([\s\S]*)<\/script>/.exec(page)?.[1]
  return source === undefined ? undefined : new Script(`(async () => {${source}})`)
}

async function sizeOf(url: string): Promise<number> {
  const answer = await world.app.inject({
    url,
    headers: {
      'accept-encoding': 'br',
      accept: 'text/html',
      'user-agent': 'Mozilla/5.0 (X11; Linux)',
      cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
  })
  const { location } = answer.headers
  if (location !== undefined) return await sizeOf(location)
  expect(answer.headers['content-encoding']).toBe('br')
  return answer.rawPayload.length + JSON.stringify(answer.headers).length
}
