import { newId, recordSignIn, type Tenant } from '@latchkey/identity'
import { addPerson, changeOrganisation, createTenant } from '@latchkey/identity/administer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asksPerMinute } from '../oidc/ask-limit.ts'
import { testBrowser } from '../sign-in/test-browser.ts'
import { openTestWorld, type TestWorld } from '../test-world.ts'

const actor = { kind: 'operator' } as const

/** Compressed, headers included. */
const mostBytes = 7 * 1024

let world: TestWorld
let tenant: Tenant

beforeEach(async () => {
  world = await openTestWorld()
  tenant = await createTenant(world.deps, { displayName: 'Juniper Works', domain: 'juniper.example', actor })
})

afterEach(async () => await world.close())

const get = (url: string, headers: Record<string, string> = {}) =>
  world.app.inject({ url, headers: { accept: 'text/html', 'sec-fetch-mode': 'navigate', ...headers } })

const headingOf = (body: string) => /<h1>(.*?)<\/h1>/.exec(body)?.[1]
const linksOf = (body: string) => [...body.matchAll(/href="(\/help\/[^"?]+)/g)].map(([, link]) => link)

/** A sign-in that ended with a code, in the log. @returns its reference */
async function addToLog(code: string): Promise<string> {
  const correlationId = newId(world.deps)
  await recordSignIn(world.deps, {
    tenantId: tenant.tenantId,
    outcome: code === '' ? 'success' : 'failure',
    code,
    userName: 'nora@juniper.example',
    visitor: { correlationId, ipAddress: '192.0.2.7', userAgent: 'x', visitHash: new Uint8Array() },
  })
  return correlationId
}

describe('the page to search from', () => {
  test('needs no script, asks for nothing else, and is small', async () => {
    const { body, statusCode, headers } = await get('/help')
    const small = await get('/help?q=Something+went+wrong', { 'accept-encoding': 'br' })

    expect(statusCode).toBe(200)
    expect(headingOf(body)).toBe('Help with messages')
    expect(body).not.toMatch(/<script|<(link|img|iframe)[^>]+(src|href)="(?!data:)| style="/)
    expect(headers['content-security-policy']).toContain("script-src 'none'")
    expect(linksOf(body)).toContain('/help/browser_no_passkey_here')
    expect(small.headers['content-encoding']).toBe('br')
    expect(small.rawPayload.length + JSON.stringify(small.headers).length).toBeLessThan(mostBytes)
  })

  test('finds what somebody pasted, in any language, and shows it in the reader’s', async () => {
    const english = await get('/help?q=This+security+key+can%E2%80%99t+be+used')
    const german = await get(`/help?q=${encodeURIComponent('Aucune clé d’accès disponible')}`, {
      'accept-language': 'de',
    })

    expect(linksOf(english.body)[0]).toBe('/help/security_key_unusable')
    expect(linksOf(german.body)[0]).toBe('/help/browser_no_passkey_here')
    expect(german.body).toContain('<html lang="de">')
    expect(german.body).toContain('Dieses Gerät hat keinen Passkey für Sie')
  })

  test('says so when nothing fits, and keeps what was typed as text', async () => {
    const { body } = await get(`/help?q=${encodeURIComponent('zebra "><script>alert(1)</script>')}`)

    expect(body).toContain('Nothing fits')
    expect(body).not.toContain('<script>')
    expect(body).toContain('&#60;script&#62;')
  })

  test('lists what is about a device, and leaves out what is not', async () => {
    const windows = await get('/help?device=windows')
    const iPhone = await get('/help?device=ios')
    const nonsense = await get('/help?device=toaster')

    expect(linksOf(windows.body)).toContain('/help/windows_something_went_wrong')
    expect(linksOf(iPhone.body)).not.toContain('/help/windows_something_went_wrong')
    expect(nonsense.body).toContain('Asked for often')
  })

  test('wears the colours of the domain in the address, and names its help desk', async () => {
    await changeOrganisation(
      world.deps,
      { actor, tenantId: tenant.tenantId },
      { helpDesk: { text: 'Second floor', phone: '+44 20 7946 0000' } },
    )
    const branded = await get('/help?domain=juniper.example')
    const byId = await get(`/help/pass_expired?domain=${tenant.tenantId}`)
    const stranger = await get('/help?domain=nobody.example')

    for (const { body } of [branded, byId]) {
      expect(body).toContain('Juniper Works')
      expect(body).toContain('Second floor')
      expect(body).toContain('tel:+442079460000')
    }
    expect(branded.body).toContain('/help/browser_no_passkey_here?domain=juniper.example')
    expect(stranger.statusCode).toBe(200)
    expect(stranger.body).not.toContain('Juniper')
  })
})

describe('the page of an entry', () => {
  test('says why, what to do, who, where, and what the help desk needs', async () => {
    const { body, statusCode } = await get('/help/pin_blocked')

    expect(statusCode).toBe(200)
    expect(headingOf(body)).toBe('The security key is locked')
    expect(body).toContain('Pull it out and plug it in again.')
    expect(body).toContain('Your help desk can fix this.')
    expect(body).toContain('because the wrong PIN was entered too many times')
    expect(body).toContain('<code>security_key_blocked</code>')
  })

  test('names the makers of an app where only they can help', async () => {
    expect((await get('/help/invalid_client')).body).toContain('The makers of the app can fix this.')
  })

  test('has the numbers of logs, and what consoles say', async () => {
    expect((await get('/help/challenge_expired')).body).toContain('135019')
    expect((await get('/help/browser_prompt_closed')).body).toContain('NotAllowedError')
  })

  test('is small in every language', async () => {
    for (const language of ['en', 'de', 'fr', 'es', 'ja']) {
      const answer = await get('/help/browser_other_device_failed', {
        'accept-language': language,
        'accept-encoding': 'br',
      })
      expect(answer.rawPayload.length + JSON.stringify(answer.headers).length).toBeLessThan(mostBytes)
    }
  })

  test.each(['/help/no_such_code', '/help/constructor', `/help/${'x'.repeat(300)}`, '/help/%3Cscript%3E'])(
    'of %s is not there, and says so',
    async (url) => {
      const { statusCode, body } = await get(url)

      expect(statusCode).toBe(404)
      expect(body).toContain('There is no such entry')
      expect(body).not.toContain('<script')
    },
  )
})

describe('a reference', () => {
  /** Whatever differs between two answers besides the reference that was asked for. */
  const answerTo = async (reference: string, headers = {}) => {
    const { statusCode, body } = await get(`/help?correlation=${reference}`, headers)
    return { statusCode, body: body.replaceAll(reference, '') }
  }

  test('leads to the entry of what was answered under it', async () => {
    const refused = await get('/authenticate/nowhere')
    const reference = String(refused.headers['x-correlation-id'])

    const { body } = await get(`/help?correlation=${reference}`)

    expect(headingOf(body)).toBe('There is no such page')
    expect(body).toContain(reference)
  })

  test('leads to the entry of what the log has under it, also when it is typed into the search', async () => {
    const reference = await addToLog('pass_expired')

    for (const name of ['correlation', 'q']) {
      const { body } = await get(`/help?${name}=${reference}&domain=juniper.example`)
      expect(headingOf(body)).toBe('This Temporary Access Pass has expired')
      expect(body).not.toContain('nora')
      expect(body).not.toContain('192.0.2.7')
    }
  })

  test('answers the same for a person who is switched off as for a wrong secret', async () => {
    const answers = await Promise.all(
      ['sign_in_failed', 'person_disabled', 'credential_of_another'].map(async (code) =>
        answerTo(await addToLog(code)),
      ),
    )

    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
    expect(answers[0]?.body).toContain('<code>sign_in_failed</code>')
  })

  test('that nobody knows, of a sign-in that went well, and one that is none are answered alike', async () => {
    const answers = [
      await answerTo(newId(world.deps)),
      await answerTo(await addToLog('')),
      await answerTo(await addToLog('a_code_of_a_release_to_come')),
      await answerTo('nonsense'),
    ]

    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(answers[0]?.statusCode).toBe(404)
    expect(answers[0]?.body).toContain('We know nothing about this reference')
  })

  test('of another organisation than the one in the address is unknown', async () => {
    const other = await createTenant(world.deps, { displayName: 'Other', domain: 'other.example', actor })
    const reference = await addToLog('pass_expired')

    const { statusCode } = await get(`/help?correlation=${reference}&domain=${other.tenantId}`)

    expect(statusCode).toBe(404)
  })

  test('cannot be tried without end', async () => {
    for (let tries = 0; tries < asksPerMinute.helpReference; tries++) {
      expect((await get('/help?correlation=x')).statusCode).toBe(404)
    }

    expect((await get('/help?correlation=x')).statusCode).toBe(429)
    world.clock.at = new Date(world.clock.at.getTime() + 60_000)
    expect((await get('/help?correlation=x')).statusCode).toBe(404)
  })
})

describe('what leads to help', () => {
  test('is on the page of a problem, with code and reference', async () => {
    const { body, headers } = await get('/nowhere')

    expect(body).toContain(`/help/page_not_found?correlation=${headers['x-correlation-id']}`)
  })

  test('is in a problem for scripts, and names the reason of a policy rather than that there is one', async () => {
    const browser = testBrowser(world)
    await addPerson(world.deps, {
      tenantId: tenant.tenantId,
      userName: 'nora@juniper.example',
      displayName: 'Nora',
      actor,
    })
    const { flow } = await browser.open('/sign-in')
    const answer = await browser.post('/sign-in/name', { flow, userName: 'nora' })

    expect(answer.json()).toMatchObject({ help: 'domain_needed' })
  })

  test('is on pages of sign-in, with the organisation if it is known', async () => {
    const browser = testBrowser(world)
    const { flow } = await browser.open('/sign-in')
    const named = await browser.post('/sign-in/name', { flow, userName: 'nora@juniper.example' })

    const { answer } = await browser.open(named.json().navigate)

    expect(answer.body).toContain(`data-part="help" href="/help?domain=${tenant.tenantId}"`)
  })

  test('is where somebody looks whose device says something and whose browser says nothing', async () => {
    const browser = testBrowser(world)
    const { flow } = await browser.open('/sign-in')

    const { answer } = await browser.open(`/sign-in/passkey?flow=${flow}`)

    expect(answer.body).toContain('<a href="/help">Your device shows a message? Look it up</a>')
  })
})
