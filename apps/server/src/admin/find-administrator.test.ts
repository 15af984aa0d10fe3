import type { Tenant } from '@latchkey/identity'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makePerson, makeTenant, type TestPerson } from '../security-info/test-people.ts'
import { openTestWorld, type TestWorld } from '../test-world.ts'

let world: TestWorld
let tenant: Tenant
let grace: TestPerson
let ada: TestPerson

beforeEach(async () => {
  world = await openTestWorld()
  tenant = await makeTenant(world, 'juniper.example')
  grace = await makePerson(world, tenant, 'grace', ['globalAdministrator'])
  ada = await makePerson(world, tenant, 'ada')
})

afterEach(async () => {
  await world.close()
})

const api = '/admin/api/v1.0'
const newGroup = {
  displayName: 'Payroll',
  mailEnabled: false,
  mailNickname: 'payroll',
  securityEnabled: true,
}
const newPass = { lifetimeInMinutes: 60, isUsableOnce: false }

const later = (minutes: number) => {
  world.clock.at = new Date(world.clock.at.getTime() + minutes * 60_000)
}

describe('asking the API from the admin centre', () => {
  test('answers an administrator by cookie', async () => {
    const { answer } = await grace.browser.open(`${api}/groups`)

    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({ value: [] })
  })

  test('goes on at the next page', async () => {
    const first = await grace.browser.open(`${api}/users?$top=1`)
    const { pathname, search } = new URL(first.answer.json()['@odata.nextLink'])
    const second = await grace.browser.open(`/admin/api${pathname}${search}`)

    expect(second.answer.json().value).toHaveLength(1)
    expect(second.answer.json().value).not.toEqual(first.answer.json().value)
  })

  test('answers nobody without a role, and nobody who is not signed in', async () => {
    const { answer } = await ada.browser.open(`${api}/users`)
    const stranger = await world.app.inject({ url: `${api}/users` })

    expect(answer.json().error.innerError.code).toBe('not_permitted')
    expect(stranger.statusCode).toBe(401)
    expect(stranger.json().error.innerError.code).toBe('session_ended')
  })

  test('takes no change from another site', async () => {
    const cookie = [...grace.browser.cookies].map((each) => each.join('=')).join('; ')
    const answer = await world.app.inject({
      method: 'POST',
      url: `${api}/groups`,
      headers: { cookie, origin: 'https://evil.example' },
      payload: newGroup,
    })

    expect(cookie).toContain('latchkey-session-')
    expect(answer.statusCode).toBe(403)
    expect(answer.json().type).toBe('urn:latchkey:cross_origin')
  })

  test('lets roles decide', async () => {
    const helen = await makePerson(world, tenant, 'helen', ['helpDesk'])
    const answer = await helen.browser.post(`${api}/groups`, newGroup)

    expect(answer.statusCode).toBe(403)
  })
})

describe('changing something in the admin centre', () => {
  test.each([
    [14, 201],
    [16, 403],
  ])('%i minutes after the proof answers %i', async (minutes, status) => {
    later(minutes)

    const answer = await grace.browser.post(`${api}/groups`, newGroup)

    expect(answer.statusCode).toBe(status)
  })

  test.each([
    [4, 201],
    [6, 403],
  ])('%i minutes after the proof, a way into an account answers %i', async (minutes, status) => {
    later(minutes)
    const path = `${api}/users/${ada.person.userId}/authentication/temporaryAccessPassMethods`

    const answer = await grace.browser.post(path, newPass)

    expect(answer.statusCode).toBe(status)
    if (status === 403) expect(answer.json().error.innerError.code).toBe('fresh_sign_in_needed')
  })

  test('asks for no fresh proof to be told something', async () => {
    later(60)

    const answer = await grace.browser.post('/admin/api/beta/identity/conditionalAccess/evaluate', {})

    expect(answer.json().error?.innerError?.code).not.toBe('fresh_sign_in_needed')
  })
})
