import type { Tenant } from '@latchkey/identity'
import { addApp, assignApp } from '@latchkey/identity/administer'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestWorld, type TestWorld } from '../test-world.ts'
import { addPasskey, makePerson, makeTenant, signIn, type TestPerson } from './test-people.ts'

let world: TestWorld
let tenant: Tenant
let anna: TestPerson
let tenants = 0

beforeAll(async () => {
  world = await openTestWorld()
})
beforeEach(async () => {
  tenant = await makeTenant(world, `r${++tenants}.example`)
  anna = await makePerson(world, tenant, 'anna')
})
afterAll(() => world.close())

const read = async (path: string, { browser } = anna) =>
  (await browser.send('GET', `/security-info/api/${path}`)).json()

const later = (seconds: number) => {
  world.clock.at = new Date(world.clock.at.getTime() + seconds * 1000)
}

describe('what happened to one’s account', () => {
  test('tells sign-ins and changes, newest first, and nobody else’s', async () => {
    const ben = await makePerson(world, tenant, 'ben')
    await addPasskey(anna.browser)

    const { value: signIns } = await read('activity/sign-ins')
    const { value: changes } = await read('activity/changes')

    expect(signIns).toMatchObject([
      { outcome: 'success', method: 'temporaryAccessPass', thisSession: true, disowned: false },
    ])
    expect(signIns[0].device).toBe('Chrome on Windows')
    const said = changes.map(({ what, by }: { what: string; by: string }) => `${what} ${by}`)
    expect(said).toContain('Passkey added you')
    expect(said).toContain('Temporary Access Pass issued operator')
    expect((await read('activity/sign-ins', ben)).value).toHaveLength(1)
  })

  test('goes on where the page before ended', async () => {
    const { tenantId, userId } = anna.person
    for (let each = 0; each < 45; each++) {
      await world.deps.stores.signIns.append({
        tenantId,
        signInId: `00000000-0000-7000-8000-${String(each).padStart(12, '0')}`,
        at: world.clock.at,
        correlationId: 'c',
        outcome: 'failure',
        code: 'pass_incorrect',
        userId,
        ipAddress: '192.0.2.1',
        userAgent: 'x',
      })
    }

    const ids: string[] = []
    let before = ''
    do {
      const page = await read(`activity/sign-ins${before}`)
      ids.push(...page.value.map(({ id }: { id: string }) => id))
      before = page.next === undefined ? '' : `?before=${page.next}`
    } while (before !== '')

    expect(ids).toHaveLength(46)
    expect(new Set(ids).size).toBe(46)
  })

  test('a stranger reads nothing', async () => {
    const stranger = { ...anna, browser: { ...anna.browser } }
    anna.browser.cookies.clear()

    expect((await stranger.browser.send('GET', '/security-info/api/activity/sign-ins')).statusCode).toBe(401)
  })
})

describe('this was not me, over HTTP', () => {
  const notMe = (body: object) => anna.browser.post('/security-info/api/activity/not-me', body)

  test('ends the other session, and says what was done', async () => {
    world.clock.at = new Date(world.clock.at.getTime() + 1000)
    const other = await signIn(world, anna.person)
    // The pass of the second sign-in took the place of the first: its session goes with it.
    anna = { ...anna, browser: other }
    const { value } = await read('activity/sign-ins')

    const done = await notMe({ kind: 'signIn', id: value.at(-1).id })

    expect(done.json()).toMatchObject({ signedOut: false, method: 'none', passRemoved: false })
    expect((await read('activity/sign-ins')).value.at(-1).disowned).toBe(true)
  })

  test('removes a key that was added, once its person has just proven who they are', async () => {
    const passkey = await addPasskey(anna.browser)
    const { value } = await read('activity/changes')
    const added = value.find(({ what }: { what: string }) => what === 'Passkey added')
    later(301)

    expect((await notMe({ kind: 'change', id: added.id })).json().method).toBe('needsProof')
    const insisted = await notMe({ kind: 'change', id: added.id, insist: true })
    expect(insisted.json().type).toBe('urn:latchkey:fresh_sign_in_needed')
    anna = { ...anna, browser: await signIn(world, anna.person) }
    expect((await notMe({ kind: 'change', id: added.id, insist: true })).json().method).toBe('removed')
    const held = await world.deps.stores.credentials.listOfPerson(tenant.tenantId, anna.person.userId)
    expect(held.map(({ id }) => Buffer.from(id).toString('base64url'))).not.toContain(passkey.id)
  })

  test('signs the browser out if it is the session that was not them', async () => {
    const { value } = await read('activity/sign-ins')

    const done = await notMe({ kind: 'signIn', id: value[0].id })

    expect(done.json()).toMatchObject({ signedOut: true })
    expect((await anna.browser.send('GET', '/security-info/api/sessions')).statusCode).toBe(401)
  })

  test('refuses what is nobody’s, or somebody else’s', async () => {
    const ben = await makePerson(world, tenant, 'ben')
    const { value } = await read('activity/sign-ins', ben)

    expect((await notMe({ kind: 'signIn', id: value[0].id })).statusCode).toBe(404)
    expect((await notMe({ kind: 'else', id: 'x' })).statusCode).toBe(400)
  })
})

describe('where one is signed in', () => {
  test('lists sessions, this one first, and ends the others', async () => {
    await addPasskey(anna.browser)
    const { value } = await read('sessions')
    expect(value).toMatchObject([
      { thisOne: true, device: 'Chrome on Windows', methods: ['temporaryAccessPass'] },
    ])

    expect((await anna.browser.post('/security-info/api/sessions/end-others', {})).statusCode).toBe(200)
    expect((await read('sessions')).value).toHaveLength(1)
    const missing = await anna.browser.send('DELETE', '/security-info/api/sessions/nothing')
    expect(missing.statusCode).toBe(404)
    const all = await anna.browser.post('/security-info/api/sessions/end-all', {})
    expect(all.json()).toEqual({ navigate: '/signed-out' })
    expect((await anna.browser.send('GET', '/security-info/api/sessions')).statusCode).toBe(401)
  })
})

describe('my apps', () => {
  const newApp = async (displayName: string, more: object = {}) =>
    (
      await addApp(world.deps, {
        tenantId: tenant.tenantId,
        actor: { kind: 'operator' },
        displayName,
        kind: 'web',
        homePageUrl: `https://${displayName}.example/`,
        ...more,
      })
    ).app

  test('are those that are open to the person and have a place to begin, each with what it asks', async () => {
    await newApp('wiki', { leastStrength: 'phishingResistant' })
    await newApp('closed', { assignmentRequired: true })
    await newApp('nowhere', { homePageUrl: '' })
    const mine = await newApp('mine', { assignmentRequired: true })
    await assignApp(world.deps, {
      tenantId: tenant.tenantId,
      actor: { kind: 'operator' },
      clientId: mine.clientId,
      principal: 'person',
      principalId: anna.person.userId,
      role: '',
    })

    expect((await read('apps')).value).toEqual([
      {
        id: mine.clientId,
        displayName: 'mine',
        homePageUrl: 'https://mine.example/',
        asks: [{ strength: 'multiFactor' }],
        also: [],
        blocked: false,
      },
      expect.objectContaining({ displayName: 'wiki', asks: [{ strength: 'phishingResistant' }] }),
    ])
  })

  test('who helps is told, where there is somebody', async () => {
    expect(await read('help')).toEqual({ helpDesk: { text: '' }, requestsOpen: true })
  })
})
