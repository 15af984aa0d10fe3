import type { Person } from '@latchkey/identity'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPng } from '../../../branding/test-pictures.ts'
import { type Caller, type GraphWorld, openGraphWorld } from '../../test-graph-world.ts'

let world: GraphWorld
let grace: Person
let admin: Caller

beforeAll(async () => {
  world = await openGraphWorld()
  grace = await world.aPerson('grace', 'authenticationPolicyAdministrator')
  admin = world.as(grace, 'Policy.ReadWrite.AuthenticationMethod')
})
afterAll(() => world.close())

const place = '/beta/latchkey/rollout/guide'
const step = `${place}/steps/signIn/en`
const text = {
  title: 'Open the portal',
  lines: ['Go to portal.example.', 'Sign in.'],
  hint: 'Room 12 helps.',
}
const guide = async (query = '') =>
  (await world.app.inject(`/setup?domain=${await domainOf()}&device=windows${query}`)).body
const domainOf = async () => (await world.deps.stores.tenants.listDomains(world.tenant.tenantId))[0] ?? ''

interface Shown {
  readonly id: string
  readonly title: string
  readonly picture: string | null
  readonly isTextChanged: boolean
}

describe('changing the guide', () => {
  test('says in one step, in one language, what the organisation says, until that is taken back', async () => {
    const put = await admin('PUT', step, { body: text })

    expect(put.json()).toMatchObject({ step: 'signIn', language: 'en', text, picture: null })
    expect(await guide('&lang=en')).toContain('Go to portal.example.')
    expect(await guide('&lang=de')).not.toContain('portal.example')
    expect((await admin('GET', place)).json().changed).toMatchObject([{ step: 'signIn', text }])

    expect((await admin('DELETE', step)).statusCode).toBe(204)
    expect(await guide('&lang=en')).not.toContain('portal.example')
    const audits = await world.deps.stores.audit.list(world.tenant.tenantId, { limit: 50 })
    const activities = audits.map(({ activity }) => activity).filter((each) => each.startsWith('guide'))
    expect(activities.toSorted()).toEqual(['guide_step_changed', 'guide_step_reset'])
  })

  test('shows a picture of the organisation, as we encoded it, and forgets it when it is taken back', async () => {
    const put = await admin('PUT', `${step}/picture`, {
      body: aPng(1200, 600),
      headers: { 'content-type': 'application/octet-stream' },
    })

    const { picture } = put.json()
    expect(picture).toMatchObject({ width: 900, height: 450 })
    const answer = await world.app.inject(picture.address)
    expect(answer.headers['content-type']).toBe('image/png')
    expect(answer.rawPayload.includes('script')).toBe(false)
    const page = await world.app.inject(`/setup?domain=${await domainOf()}&device=windows&lang=en`)
    expect(page.body).toContain(`src="${picture.address}"`)
    expect(page.headers['content-security-policy']).toContain("img-src 'self' data:")

    await admin('DELETE', step)
    expect((await world.app.inject(picture.address)).statusCode).toBe(404)
  })

  test.each([
    ['no title', { ...text, title: ' ' }],
    ['no line', { ...text, lines: [' '] }],
    ['too many lines', { ...text, lines: Array.from({ length: 9 }, () => 'x') }],
    ['a line of two', { ...text, lines: ['a\nb'] }],
    ['too long a hint', { ...text, hint: 'x'.repeat(601) }],
  ])('refuses a text with %s', async (_, body) => {
    expect((await admin('PUT', step, { body })).statusCode).toBe(400)
  })

  test('knows no step and no language that the guide has not', async () => {
    expect((await admin('PUT', `${place}/steps/flyAway/en`, { body: text })).statusCode).toBe(404)
    expect((await admin('PUT', `${place}/steps/signIn/xx`, { body: text })).statusCode).toBe(404)
  })

  test('is for those who change the methods policy', async () => {
    const reader = world.as(
      await world.aPerson('rita', 'globalReader'),
      'Policy.ReadWrite.AuthenticationMethod',
    )

    expect((await reader('PUT', step, { body: text })).statusCode).toBe(403)
    expect((await reader('GET', place)).statusCode).toBe(200)
    expect((await world.as(grace, 'Policy.Read.All')('DELETE', step)).statusCode).toBe(403)
  })
})

describe('playing the guide', () => {
  const play = async (query: string) => (await admin('GET', `${place}/preview?${query}`)).json()

  test('for a device: its steps and pictures, in a language', async () => {
    const galaxy = await play('device=samsung&way=samsungPass&lang=de')

    const ids = galaxy.steps.map(({ id }: Shown) => id)
    expect(ids).toContain('samsungPass')
    const [settings] = galaxy.steps.filter(({ id }: Shown) => id === 'samsungPass')
    expect(settings.picture).toMatch(/^data:image\/svg\+xml,/)
    expect(decodeURIComponent(settings.picture)).toContain('Bevorzugter Dienst')
    expect(galaxy.way).toBe('samsungPass')
  })

  test('says which steps are changed', async () => {
    await admin('PUT', step, { body: text })
    const { steps } = await play('device=windows&lang=en')
    await admin('DELETE', step)

    expect(steps.find(({ id }: Shown) => id === 'signIn')).toMatchObject({
      title: 'Open the portal',
      isTextChanged: true,
    })
  })
})

describe('a system that the guide does not know', () => {
  test('is told of, until somebody waves it off', async () => {
    const agent =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/31.0 Mobile/15E148 Safari/604.1'
    await world.app.inject({
      method: 'POST',
      url: '/setup/opened',
      headers: { 'user-agent': agent, 'sec-fetch-site': 'same-origin' },
      payload: { search: `?domain=${await domainOf()}` },
    })

    const { newerSystems } = (await admin('GET', place)).json()
    expect(newerSystems).toMatchObject([{ system: 'iOS', version: '31', visits: 1 }])
    expect((await admin('DELETE', `${place}/newerSystems/iOS/31`)).statusCode).toBe(204)
    expect((await admin('GET', place)).json().newerSystems).toEqual([])
    expect((await admin('DELETE', `${place}/newerSystems/iOS/31`)).statusCode).toBe(404)
  })
})
