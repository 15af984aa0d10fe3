import type { Proof } from '@latchkey/identity'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  authorize,
  newClient,
  type OidcWorld,
  openOidcWorld,
  passkeyProof,
  signIn,
} from './test-oidc-world.ts'

let world: OidcWorld

beforeAll(async () => {
  world = await openOidcWorld()
  const { tenant, deps } = world
  // So that even one factor is told about.
  await deps.stores.tenants.putSettings(tenant.tenantId, {
    ...tenant.settings,
    leastStrength: 'singleFactor',
  })
})

afterAll(() => world.close())

const at = () => world.deps.now()
const password = (): Proof => ({ method: 'password', at: at() })
const totp = (): Proof => ({ method: 'totp', at: at() })
const pass = (): Proof => ({ method: 'temporaryAccessPass', at: at() })
const hardware = { attested: true, backupEligible: false, backupState: false }

describe('an ID token says what was proven', () => {
  test.each([
    ['a verified passkey', () => [passkeyProof(at())], 'phr', ['fido', 'pop', 'user', 'mfa']],
    [
      'a verified passkey in attested hardware',
      () => [passkeyProof(at(), hardware)],
      'phr',
      ['fido', 'pop', 'user', 'hwk', 'mfa'],
    ],
    [
      'a verified passkey of an attested model that copies its keys',
      () => [passkeyProof(at(), { attested: true })],
      'phr',
      ['fido', 'pop', 'user', 'mfa'],
    ],
    [
      'a device-bound passkey that proved no model',
      () => [passkeyProof(at(), { ...hardware, attested: false })],
      'phr',
      ['fido', 'pop', 'user', 'mfa'],
    ],
    ['an unverified passkey', () => [passkeyProof(at(), { userVerified: false })], '1fa', ['fido', 'pop']],
    [
      'an unverified passkey and a password',
      () => [passkeyProof(at(), { userVerified: false }), password()],
      '1fa',
      ['fido', 'pop', 'pwd'],
    ],
    ['a Temporary Access Pass', () => [pass()], 'mfa', ['tap', 'mfa']],
    ['a password', () => [password()], '1fa', ['pwd']],
    ['a password and a code', () => [password(), totp()], 'mfa', ['pwd', 'otp', 'mfa']],
    [
      'a password, a code, then a verified passkey',
      () => [password(), totp(), passkeyProof(at())],
      'phr',
      ['fido', 'pop', 'user', 'pwd', 'otp', 'mfa'],
    ],
  ])('%s', async (_, proofs, acr, amr) => {
    const { client } = await newClient(world, world.tenant)
    const { cookies } = await signIn(world, world.person, proofs())

    const tokens = await authorize(world, client, cookies)

    expect(tokens.claims()).toMatchObject({ acr: `urn:latchkey:acr:${acr}`, amr })
  })

  test('behind a device code: nothing above mfa, whatever it was', async () => {
    const { client } = await newClient(world, world.tenant)
    const { cookies } = await signIn(world, world.person, [passkeyProof(at())], { origin: 'deviceCode' })

    const tokens = await authorize(world, client, cookies)

    expect(tokens.claims()).toMatchObject({ acr: 'urn:latchkey:acr:mfa' })
  })

  test('with max_age, only what is new enough, and when that was', async () => {
    const { client } = await newClient(world, world.tenant)
    const old = new Date(at().getTime() - 3_600_000)
    const { cookies } = await signIn(world, world.person, [passkeyProof(old), password()])

    const tokens = await authorize(world, client, cookies, { max_age: '60' })

    expect(tokens.claims()).toMatchObject({
      acr: 'urn:latchkey:acr:1fa',
      amr: ['pwd'],
      auth_time: Math.floor(at().getTime() / 1000),
    })
  })
})
