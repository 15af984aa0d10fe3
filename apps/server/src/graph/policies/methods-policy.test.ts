import type { Person } from '@latchkey/identity'
import { addGroup, addMember, setPassword } from '@latchkey/identity/administer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Caller, type GraphWorld, openGraphWorld, operator } from '../test-graph-world.ts'

let world: GraphWorld
let administrator: Person
let script: Caller
beforeEach(async () => {
  world = await openGraphWorld()
  administrator = await world.aPerson('ada', 'authenticationPolicyAdministrator')
  script = world.as(administrator, 'Policy.ReadWrite.AuthenticationMethod')
})
afterEach(() => world.close())

const policy = '/policies/authenticationMethodsPolicy'
const fido2 = `${policy}/authenticationMethodConfigurations/Fido2`
const type = '#microsoft.graph.fido2AuthenticationMethodConfiguration'
const android = 'de1e552d-db1d-4423-a619-566b625cdc84'
const iOS = '90a3ccdf-635c-4729-a248-9b709135078f'

/** What the script that people copy from one another sends, booleans in quotation marks and all. */
const fromTheBlog = {
  '@odata.type': type,
  state: 'enabled',
  isSelfServiceRegistrationAllowed: 'true',
  isAttestationEnforced: 'true',
  keyRestrictions: { isEnforced: 'true', enforcementType: 'allow', aaGuids: [android, iOS] },
}

describe('a script written for Graph', () => {
  test('turns passkeys in an authenticator on, and reads back what it set', async () => {
    const changed = await script('PATCH', fido2, { body: fromTheBlog })
    const read = await script('GET', fido2)

    expect([changed.statusCode, changed.body]).toEqual([204, ''])
    expect(read.json()).toMatchObject({
      '@odata.context': expect.stringMatching(/\$metadata#authenticationMethodConfigurations\/\$entity$/),
      '@odata.type': type,
      id: 'Fido2',
      state: 'enabled',
      isSelfServiceRegistrationAllowed: true,
      isAttestationEnforced: true,
      keyRestrictions: { isEnforced: true, enforcementType: 'allow', aaGuids: [android, iOS] },
      defaultPasskeyProfile: '00000000-0000-0000-0000-000000000001',
      passkeyProfiles: [
        {
          id: '00000000-0000-0000-0000-000000000001',
          attestationEnforcement: 'registrationOnly',
          keyRestrictions: { isEnforced: true, enforcementType: 'allow', aaGuids: [android, iOS] },
        },
      ],
      includeTargets: [{ id: 'all_users', targetType: 'group' }],
    })
  })

  test('may spell keys and paths as it likes', async () => {
    for (const path of [
      `${policy}/authenticationmethodconfigurations/fido2`,
      `${policy}/authenticationMethodConfigurations('FIDO2')`,
      '/authenticationMethodsPolicy/authenticationMethodConfigurations/fido2',
    ]) {
      expect((await script('GET', path)).json().id).toBe('Fido2')
    }
  })

  test('sets a method back to where everybody begins', async () => {
    await script('PATCH', fido2, { body: fromTheBlog })

    const answer = await script('DELETE', fido2)

    expect(answer.statusCode).toBe(204)
    expect((await script('GET', fido2)).json()).toMatchObject({ isAttestationEnforced: false })
  })
})

describe('the whole policy', () => {
  test('carries its configurations, and in the beta what only the beta has', async () => {
    const v1 = (await script('GET', policy)).json()

    expect(v1).toMatchObject({ id: 'authenticationMethodsPolicy', policyVersion: '1.5' })
    expect(v1.authenticationMethodConfigurations.map(({ id }: { id: string }) => id)).toEqual([
      'Fido2',
      'MicrosoftAuthenticator',
      'TemporaryAccessPass',
      'SoftwareOath',
    ])
    expect(v1).not.toHaveProperty('systemCredentialPreferences')
    expect(v1).not.toHaveProperty('fido2')
  })

  test('takes a campaign', async () => {
    const campaign = {
      state: 'enabled',
      snoozeDurationInDays: 3,
      enforceRegistrationAfterAllowedSnoozes: true,
      excludeTargets: [],
      includeTargets: [{ id: 'all_users', targetType: 'group', targetedAuthenticationMethod: 'fido2' }],
    }

    const answer = await script('PATCH', policy, {
      body: { registrationEnforcement: { authenticationMethodsRegistrationCampaign: campaign } },
    })

    expect([answer.statusCode, answer.body]).toEqual([204, ''])
    const { registrationEnforcement } = (await script('GET', policy)).json()
    expect(registrationEnforcement.authenticationMethodsRegistrationCampaign).toEqual(campaign)
  })
})

describe('what is wrong', () => {
  test.each([
    ['a property that is not there', { '@odata.type': type, colour: 'blue' }, 'colour'],
    ['a value that is none', { '@odata.type': type, state: 'perhaps' }, 'state'],
    [
      'one deep inside',
      {
        '@odata.type': type,
        keyRestrictions: { isEnforced: true, enforcementType: 'allow', aaGuids: ['x'] },
      },
      'keyRestrictions.aaGuids[0]',
    ],
    ['the type of something else', { '@odata.type': '#microsoft.graph.user' }, '@odata.type'],
  ])('is named: %s', async (_, body, path) => {
    const answer = await script('PATCH', fido2, { body })

    expect(answer.statusCode).toBe(400)
    const { error } = answer.json()
    expect(error).toMatchObject({ code: 'badRequest', innerError: { code: 'document_invalid', path } })
    expect(error.message).toContain(`'${path}'`)
  })

  test.each([
    ['Sms', 501, 'notImplemented'],
    ['X509Certificate', 501, 'notImplemented'],
    ['Telepathy', 404, 'ResourceNotFound'],
  ])('%s is no method of ours: %i', async (name, status, code) => {
    const answer = await script('GET', `${policy}/authenticationMethodConfigurations/${name}`)

    expect([answer.statusCode, answer.json().error.code]).toEqual([status, code])
  })

  test('is a caller who may only read', async () => {
    const reader = world.as(administrator, 'Policy.Read.AuthenticationMethod')

    expect((await reader('GET', fido2)).statusCode).toBe(200)
    expect((await reader('PATCH', fido2, { body: fromTheBlog })).statusCode).toBe(403)
  })

  test('is a person whose role is another, whatever the app may', async () => {
    const caller = world.as(await world.aPerson('hal', 'helpDesk'), 'Policy.ReadWrite.AuthenticationMethod')

    const answer = await caller('PATCH', fido2, { body: fromTheBlog })

    expect([answer.statusCode, answer.json().error.code]).toEqual([403, 'Authorization_RequestDenied'])
  })
})

describe('a change that would shut people out', () => {
  let keepers: readonly Person[]
  beforeEach(async () => {
    const { deps, tenant } = world
    const group = await addGroup(deps, { ...operator, tenantId: tenant.tenantId, displayName: 'Night shift' })
    const people = [await world.aPerson('ben'), await world.aPerson('cleo')]
    for (const person of people) {
      await world.givePasskey(person)
      await addMember(deps, { ...operator, ...person, groupId: group.groupId })
    }
    await setPassword(deps, { ...operator, ...administrator, password: 'a long enough sentence' })
    keepers = people
  })

  /** Nobody can use a passkey of any other model than these, and the two have nothing else. */
  const narrowing = {
    body: {
      '@odata.type': type,
      keyRestrictions: { isEnforced: true, enforcementType: 'allow', aaGuids: [android] },
    },
  }

  test('names them, and is not made', async () => {
    const answer = await script('PATCH', fido2, narrowing)

    expect(answer.statusCode).toBe(409)
    const { error } = answer.json()
    expect(error.code).toBe('wouldBlockUsers')
    expect(error.innerError.affectedCount).toBe(2)
    expect(error.innerError.affected).toEqual(
      keepers.map(({ userId, userName, displayName }) => ({
        id: userId,
        userPrincipalName: userName,
        displayName,
        standing: 'needsHelpDesk',
        standingBefore: 'satisfied',
        through: null,
        byPass: false,
        policies: ['the least that the organisation wants'],
        situation: null,
      })),
    )
    expect((await script('GET', fido2)).json().keyRestrictions.isEnforced).toBe(false)
  })

  test('is made when exactly that list is acknowledged, and no other', async () => {
    const { innerError } = (await script('PATCH', fido2, narrowing)).json().error
    const { header, value } = innerError.acknowledge
    await world.givePasskey(await world.aPerson('dora'))

    const stale = await script('PATCH', fido2, { ...narrowing, headers: { [header]: value } })
    const anew = stale.json().error.innerError
    const made = await script('PATCH', fido2, {
      ...narrowing,
      headers: { [header]: anew.acknowledge.value },
    })

    expect([stale.statusCode, anew.affectedCount, made.statusCode]).toEqual([409, 3, 204])
    expect((await script('GET', fido2)).json().keyRestrictions.isEnforced).toBe(true)
  })
})
