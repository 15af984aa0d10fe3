import { brotliDecompressSync } from 'node:zlib'
import { defaultTenantSettings, type Tenant } from '@latchkey/identity'
import { changeRules, createTenant } from '@latchkey/identity/administer'
import { applyConfigurationPatch, configurationTypes } from '@latchkey/policy'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestWorld, type TestWorld } from '../test-world.ts'

let world: TestWorld
let contoso: Tenant

const actor = { kind: 'operator' } as const
const agents = {
  iphone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
  mac: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
  outlook:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Outlook-iOS/723.1',
  edge: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
} as const

beforeAll(async () => {
  world = await openTestWorld()
  contoso = await createTenant(world.deps, {
    displayName: 'Contoso',
    domain: 'contoso.example',
    actor,
    settings: { ...defaultTenantSettings, helpDesk: { text: 'Room 12', phone: '+49 30 1' } },
  })
})
afterAll(() => world.close())

const ask = (path: string, headers: Record<string, string> = {}) =>
  world.app.inject({ url: path, headers: { 'user-agent': agents.iphone, ...headers } })

const stepsOf = (body: string) => [...body.matchAll(/<h3>([^<]*)<\/h3>/g)].map(([, title]) => title)

const tell = (path: string, payload: object, agent: string = agents.iphone) =>
  world.app.inject({
    method: 'POST',
    url: path,
    headers: { 'user-agent': agent, 'sec-fetch-site': 'same-origin' },
    payload,
  })

describe('the first view', () => {
  test('is smaller than 40 KB over the wire, with everything in it', async () => {
    for (const agent of Object.values(agents)) {
      const answer = await ask('/setup?domain=contoso.example', {
        'accept-encoding': 'br',
        'user-agent': agent,
      })
      const page = brotliDecompressSync(answer.rawPayload).toString()

      expect(answer.rawPayload.length).toBeLessThan(40 * 1024)
      expect(page).not.toMatch(/<link rel="stylesheet"|<script[^>]+src=/)
      expect(page).not.toContain('<noscript>')
    }
  })

  test('says what it is written by, and asks for the hints it reads', async () => {
    const { headers } = await ask('/setup?domain=contoso.example')

    for (const name of ['User-Agent', 'Accept-Language', 'Sec-CH-UA-Model', 'Sec-CH-UA-Platform-Version']) {
      expect(headers['vary']).toContain(name)
    }
    expect(headers['accept-ch']).toContain('Sec-CH-UA-Platform-Version')
    expect(headers['critical-ch']).toContain('Sec-CH-UA-Model')
    expect(headers['set-cookie']).toBeUndefined()
  })

  test('runs its own script and no other', async () => {
    const { headers } = await ask('/setup?domain=contoso.example')
    const policy = String(headers['content-security-policy'])

    expect(policy).toMatch(/script-src 'sha256-[^']+'/)
    expect(policy).toContain('img-src data:')
    expect(policy).toContain("frame-ancestors 'none'")
  })
})

describe('asking where somebody works', () => {
  test('takes an address as well, and passes on its domain alone', async () => {
    const answer = await world.app.inject({
      method: 'POST',
      url: '/setup?lang=de',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ domain: ' Ada.Lovelace@Contoso.example ' }).toString(),
    })

    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toBe('/setup?domain=contoso.example&lang=de')
    expect(world.logged.join('\n')).not.toContain('Lovelace')
  })

  test('says kindly that a domain is nobody’s', async () => {
    const { body, statusCode } = await ask('/setup?domain=nowhere.example')

    expect(statusCode).toBe(404)
    expect(body).toContain('We know no organisation with the domain nowhere.example.')
    expect(body).toContain('<form method="post"')
  })

  test('of an organisation, tells its name and its help desk', async () => {
    const { body } = await ask('/setup?domain=CONTOSO.example')

    expect(body).toContain('Contoso')
    expect(body).toContain('Room 12')
  })

  test('is passed over by what does not parse', async () => {
    const { statusCode } = await ask(
      '/setup?domain=contoso.example&device=spaceship&account=king&found=%00&version=x&lang=xx&way=../..&phone=tin',
    )
    expect(statusCode).toBe(200)
  })

  test('writes nothing of its address into the page as markup', async () => {
    const { body } = await ask(`/setup?domain=${encodeURIComponent('"><script>alert(1)</script>')}`)
    expect(body).not.toContain('<script>alert')
  })
})

describe('the steps', () => {
  test('are those of the device that the browser names', async () => {
    const { body } = await ask('/setup?domain=contoso.example')

    expect(body).toContain('iPhone with iOS 17.5')
    expect(body).toContain('Passwords, then Password Options')
    expect(body).not.toContain('Windows Hello</h3>')
  })

  test('are those of the device that was chosen', async () => {
    const { body } = await ask('/setup?domain=contoso.example&device=samsung&way=samsungPass')
    expect(stepsOf(body)).toContain('Let Samsung Pass keep passkeys')
  })

  test('wait until a real browser is open', async () => {
    const { body } = await ask('/setup?domain=contoso.example', { 'user-agent': agents.outlook })

    expect(stepsOf(body)).toEqual(['Open this page in Safari'])
    expect(body).toContain('You are reading this inside Outlook')
    expect(body).toContain('href="x-safari-http://localhost:3000/setup?domain=contoso.example"')
  })

  test('come in the language that was chosen, whatever the browser asks for', async () => {
    const { body } = await ask('/setup?domain=contoso.example&lang=fr', { 'accept-language': 'de' })

    expect(body).toContain('<html lang="fr">')
    expect(body).toContain('Vos étapes')
  })

  test('lead nowhere that the organisation has closed', async () => {
    await changeMethods({ state: 'disabled' })
    const { body } = await ask('/setup?domain=contoso.example')
    await changeMethods({ state: 'enabled' })

    expect(stepsOf(body)).toEqual(['Ask your help desk'])
    expect(body).toContain('Your organisation does not offer it to you at the moment.')
  })
})

describe('what only a script finds out', () => {
  test('makes an iPad of a Mac that feels fingers', async () => {
    const query = '?domain=contoso.example'
    const told = await tell(`/setup/refine${query}`, { found: 't5' }, agents.mac)
    const { body } = await ask(`/setup${query}&found=t5`, { 'user-agent': agents.mac })

    expect(told.json()).toEqual({ differs: true })
    expect(body).toContain('Steps for iPad')
  })

  test('changes nothing for the Mac that it is, and nothing if it makes no sense', async () => {
    const query = '?domain=contoso.example'
    expect((await tell(`/setup/refine${query}`, { found: 'h1' }, agents.mac)).json().differs).toBe(false)
    expect((await tell(`/setup/refine${query}`, { found: '<b>' }, agents.mac)).json().differs).toBe(false)
    expect((await tell('/setup/refine?domain=nowhere.example', { found: 't5' })).json().differs).toBe(false)
  })

  test('tells one Windows from another', async () => {
    const path = '/setup?domain=contoso.example&way=phone&found='
    const [ten, eleven] = await Promise.all(
      ['v10.0.0', 'v19.0.0'].map((found) => ask(path + found, { 'user-agent': agents.edge })),
    )

    expect(stepsOf(ten?.body ?? '')).toContain('Past Windows, to the code')
    expect(stepsOf(eleven?.body ?? '')).toContain('Past Windows Hello, to the code')
  })
})

describe('opening the guide', () => {
  const opened = async () => {
    await world.app.steps.flush()
    const query = { from: new Date(0), until: new Date('2030-01-01'), limit: 100 }
    return await world.deps.stores.stepEvents.list(contoso.tenantId, query)
  }

  test('is noted when a person is there, and not when something follows the link', async () => {
    await ask('/setup?domain=contoso.example&m=abc')
    expect(await opened()).toEqual([])

    await tell('/setup/opened', { search: '?domain=contoso.example' })
    const [event, ...others] = await opened()

    expect(event).toMatchObject({ step: 'guideOpened', device: 'iphone', browser: 'safari' })
    expect(event).not.toHaveProperty('userId')
    expect(others).toEqual([])
  })

  test('of nobody’s guide, and with a token that no mail has, is nobody’s', async () => {
    const before = await opened()
    await tell('/setup/opened', { search: '?domain=nowhere.example', mail: 'x'.repeat(43) })
    expect(await opened()).toEqual(before)
  })

  test('counts a system that no step was held against, and none that somebody made up', async () => {
    const withVersion = (version: string) =>
      agents.iphone.replace('OS 17_5', 'OS 18_6').replace('17.5', version)
    for (const version of ['26.1', '31.0', '777.0']) {
      await tell('/setup/opened', { search: '?domain=contoso.example' }, withVersion(version))
    }

    const newer = await world.deps.stores.newerSystems.list(contoso.tenantId)
    expect(newer.map(({ system, version }) => `${system} ${version}`)).toEqual(['iOS 31'])
  })
})

async function changeMethods(change: object): Promise<void> {
  await changeRules(world.deps, { tenantId: contoso.tenantId, actor }, [
    {
      kind: 'methodsPolicy',
      id: 'authenticationMethodsPolicy',
      change(before) {
        if (before === undefined) throw new Error('there is always a methods policy')
        const body = { '@odata.type': configurationTypes.Fido2, ...change }
        return applyConfigurationPatch(before, 'Fido2', body, { at: '2026-03-02T09:00:00Z', newId: () => '' })
      },
    },
  ])
}
