import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Caller, type GraphWorld, openGraphWorld } from '../test-graph-world.ts'

let world: GraphWorld
let caller: Caller
beforeEach(async () => {
  world = await openGraphWorld()
  const person = await world.aPerson('ada', 'conditionalAccessAdministrator')
  caller = world.as(person, 'Policy.ReadWrite.ConditionalAccess', 'Policy.Read.All')
})
afterEach(() => world.close())

const strengths = '/policies/authenticationStrengthPolicies'
const model = 'de1e552d-db1d-4423-a619-566b625cdc84'

const passkeyInAuthenticator = {
  displayName: 'Passkey in Authenticator',
  allowedCombinations: ['fido2', 'softwareOath, password'],
  combinationConfigurations: [
    {
      '@odata.type': '#microsoft.graph.fido2CombinationConfiguration',
      appliesToCombinations: ['fido2'],
      allowedAAGUIDs: [model],
    },
  ],
}

async function make(): Promise<{ readonly id: string } & Readonly<Record<string, unknown>>> {
  return (await caller('POST', strengths, { body: passkeyInAuthenticator })).json()
}

describe('authentication strengths', () => {
  test('three are built in, under both roots, and cannot be changed', async () => {
    const lists = await Promise.all(
      [strengths, '/identity/conditionalAccess/authenticationStrength/policies'].map((path) =>
        caller('GET', `${path}?$filter=policyType eq 'builtIn'`),
      ),
    )

    for (const list of lists) {
      expect(list.json().value.map(({ id }: { id: string }) => id.slice(-1))).toEqual(['2', '3', '4'])
    }
    const one = `${strengths}/00000000-0000-0000-0000-000000000004`
    expect((await caller('GET', one)).json()).toMatchObject({
      requirementsSatisfied: 'mfa',
      allowedCombinations: ['windowsHelloForBusiness', 'fido2', 'x509CertificateMultiFactor'],
    })
    expect((await caller('PATCH', one, { body: { displayName: 'Mine' } })).statusCode).toBe(400)
    expect((await caller('DELETE', one)).statusCode).toBe(400)
  })

  test('one of the organisation is replaced at once, and one that is built in is not', async () => {
    const { id, createdDateTime } = await make()
    const body = { displayName: 'Any passkey', allowedCombinations: ['fido2'], combinationConfigurations: [] }

    const answer = await caller('PUT', `/latchkey/authenticationStrengths/${id}`, { body })
    const builtIn = '00000000-0000-0000-0000-000000000004'

    expect(answer.json()).toMatchObject({ id, createdDateTime, ...body })
    expect((await caller('GET', `${strengths}/${id}`)).json()).toMatchObject(body)
    expect((await caller('PUT', `/latchkey/authenticationStrengths/${builtIn}`, { body })).statusCode).toBe(
      400,
    )
  })

  test('one of the organisation is made, narrowed, renamed and removed', async () => {
    const made = await caller('POST', strengths, { body: passkeyInAuthenticator })
    const { id } = made.json()

    expect(made.statusCode).toBe(201)
    expect(made.json()).toMatchObject({
      policyType: 'custom',
      requirementsSatisfied: 'mfa',
      allowedCombinations: ['fido2', 'password,softwareOath'],
      combinationConfigurations: [{ appliesToCombinations: ['fido2'], allowedAAGUIDs: [model] }],
    })

    const renamed = await caller('PATCH', `${strengths}/${id}`, { body: { displayName: 'Ours' } })
    expect(renamed.statusCode).toBe(204)
    expect((await caller('GET', `${strengths}/${id}`)).json().displayName).toBe('Ours')
    expect((await caller('DELETE', `${strengths}/${id}`)).statusCode).toBe(204)
    expect((await caller('GET', `${strengths}/${id}`)).statusCode).toBe(404)
  })

  test('other combinations are told with those of before, and the policies that use them', async () => {
    const { id } = await make()
    const policy = await caller('POST', '/identity/conditionalAccess/policies', {
      body: {
        displayName: 'Payroll',
        state: 'disabled',
        conditions: {
          clientAppTypes: ['all'],
          applications: { includeApplications: ['some-app'] },
          users: { includeUsers: ['All'] },
        },
        grantControls: { operator: 'OR', authenticationStrength: { id } },
      },
    })

    const answer = await caller('POST', `${strengths}/${id}/updateAllowedCombinations`, {
      body: { allowedCombinations: ['fido2'] },
    })
    const usage = await caller('GET', `${strengths}/${id}/usage`)
    const removed = await caller('DELETE', `${strengths}/${id}`)

    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      previousCombinations: ['fido2', 'password,softwareOath'],
      currentCombinations: ['fido2'],
      conditionalAccessReferences: [policy.json().id],
    })
    expect(usage.json()).toMatchObject({ mfa: [{ displayName: 'Payroll' }], none: [] })
    expect([removed.statusCode, removed.json().error.innerError.path]).toEqual([
      400,
      'grantControls.authenticationStrength.id',
    ])
  })

  test('models are set and unset apart', async () => {
    const { id } = await make()
    const path = `${strengths}/${id}/combinationConfigurations`
    const [first] = (await caller('GET', path)).json().value

    const changed = await caller('PATCH', `${path}/${first.id}`, {
      body: { allowedAAGUIDs: ['90a3ccdf-635c-4729-a248-9b709135078f'] },
    })
    const read = await caller('GET', `${path}/${first.id}`)
    const removed = await caller('DELETE', `${path}/${first.id}`)
    const made = await caller('POST', path, { body: passkeyInAuthenticator.combinationConfigurations[0] })

    expect([changed.statusCode, removed.statusCode, made.statusCode]).toEqual([204, 204, 201])
    expect(read.json()).toMatchObject({
      '@odata.type': '#microsoft.graph.fido2CombinationConfiguration',
      allowedAAGUIDs: ['90a3ccdf-635c-4729-a248-9b709135078f'],
    })
  })

  test('are found by a method they take', async () => {
    const { id } = await make()
    const find = async (mode: string) => {
      const path = `${strengths}/findByMethodMode(authenticationMethodModes=["${mode}"])`
      return (await caller('GET', path)).json().value.map((each: { id: string }) => each.id)
    }

    expect(await find('softwareOath')).toEqual(['00000000-0000-0000-0000-000000000002', id])
    expect(await find('qrCodePin')).toEqual([])
  })

  test('combinations and modes are told', async () => {
    const base = '/identity/conditionalAccess/authenticationStrength'

    expect((await caller('GET', `${base}/combinations`)).json().value).toContain('password,softwareOath')
    expect((await caller('GET', `${base}/authenticationMethodModes`)).json().value[0]).toHaveProperty(
      'authenticationMethod',
    )
  })
})
