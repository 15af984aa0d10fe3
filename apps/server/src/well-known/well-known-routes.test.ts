import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestWorld, type TestWorld } from '../test-world.ts'

let world: TestWorld

beforeAll(async () => {
  world = await openTestWorld({ LATCHKEY_URL: 'https://login.contoso.example' })
})

afterAll(async () => await world.close())

describe('what browsers look for at fixed addresses', () => {
  test('says where passkeys are made and kept', async () => {
    const { headers, json } = await world.app.inject('/.well-known/passkey-endpoints')

    expect(headers['content-type']).toContain('application/json')
    expect(json()).toEqual({
      enroll: 'https://login.contoso.example/security-info',
      manage: 'https://login.contoso.example/security-info',
    })
  })

  test('says which origins may use our RP ID', async () => {
    const answer = await world.app.inject('/.well-known/webauthn')

    expect(answer.json()).toEqual({ origins: ['https://login.contoso.example'] })
  })

  test('leads to the place where a password is changed', async () => {
    const answer = await world.app.inject('/.well-known/change-password')

    expect(answer.statusCode).toBe(302)
    expect(answer.headers.location).toBe('/security-info')
  })
})
