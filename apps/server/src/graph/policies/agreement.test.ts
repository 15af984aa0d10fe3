import type { Person } from '@latchkey/identity'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Caller, type GraphWorld, openGraphWorld } from '../test-graph-world.ts'

let world: GraphWorld
let administrator: Person
let caller: Caller
beforeEach(async () => {
  world = await openGraphWorld()
  administrator = await world.aPerson('ada', 'securityAdministrator')
  caller = world.as(
    administrator,
    'Agreement.ReadWrite.All',
    'AgreementAcceptance.Read.All',
    'Policy.ReadWrite.ConditionalAccess',
  )
})
afterEach(() => world.close())

const agreements = '/identityGovernance/termsOfUse/agreements'
const text = (words: string) => ({ data: Buffer.from(words).toString('base64') })
const body = {
  displayName: 'House rules',
  isViewingBeforeAcceptanceRequired: true,
  files: [{ fileName: 'en.txt', language: 'en', isDefault: true, fileData: text('Be kind.') }],
}

describe('terms of use', () => {
  test('are made, read under both paths, changed and removed', async () => {
    const made = await caller('POST', agreements, { body })
    const { id } = made.json()

    expect(made.statusCode).toBe(201)
    expect(made.json()).toMatchObject({ displayName: 'House rules', latchkey_version: 1 })
    expect((await caller('GET', '/agreements')).json().value).toMatchObject([{ id }])

    const files = [{ ...body.files[0], isMajorVersion: true, fileData: text('Be very kind.') }]
    expect((await caller('PATCH', `${agreements}/${id}`, { body: { files } })).statusCode).toBe(204)
    expect((await caller('GET', `${agreements}/${id}`)).json().latchkey_version).toBe(2)
    expect((await caller('DELETE', `${agreements}/${id}`)).statusCode).toBe(204)
    expect((await caller('GET', `${agreements}/${id}`)).statusCode).toBe(404)
  })

  test('stay while a policy asks for them, and a policy asks for none that are not there', async () => {
    const { id } = (await caller('POST', agreements, { body })).json()
    const policy = (termsOfUse: readonly string[]) => ({
      displayName: 'Terms',
      state: 'enabled',
      conditions: {
        clientAppTypes: ['all'],
        applications: { includeApplications: ['some-app'] },
        users: { includeUsers: ['All'] },
      },
      grantControls: { operator: 'OR', termsOfUse },
    })
    const post = (termsOfUse: readonly string[]) =>
      caller('POST', '/identity/conditionalAccess/policies', { body: policy(termsOfUse) })

    const strange = await post([crypto.randomUUID()])
    const made = await post([id])
    const removed = await caller('DELETE', `${agreements}/${id}`)

    expect([strange.statusCode, made.statusCode, removed.statusCode]).toEqual([400, 201, 400])
    for (const { error } of [strange.json(), removed.json()]) {
      expect(error.innerError.path).toBe('grantControls.termsOfUse')
    }
  })

  test('tell who accepted them, newest first', async () => {
    const { id } = (await caller('POST', agreements, { body })).json()
    const { tenantId, userId } = administrator
    for (const [at, state] of ['declined', 'accepted'].entries()) {
      await world.deps.stores.acceptances.append({
        tenantId,
        userId,
        acceptanceId: `0000000${at}-0000-7000-8000-000000000000`,
        termsId: id,
        version: 1,
        language: 'en',
        state: state === 'accepted' ? 'accepted' : 'declined',
        at: world.deps.now(),
        ipAddress: '192.0.2.1',
        userAgent: 'Test',
      })
    }

    const all = await caller('GET', `${agreements}/${id}/acceptances`)
    const accepted = await caller('GET', `${agreements}/${id}/acceptances?$filter=state eq 'accepted'`)

    expect(all.json().value).toMatchObject([
      { state: 'accepted', userPrincipalName: 'ada@juniper.example', recordedDateTime: expect.any(String) },
      { state: 'declined' },
    ])
    expect(accepted.json().value).toHaveLength(1)
  })

  test('are not for everybody to change', async () => {
    const reader = world.as(administrator, 'Agreement.Read.All')
    const helper = world.as(await world.aPerson('hal', 'helpDesk'), 'Agreement.ReadWrite.All')

    for (const each of [reader, helper])
      expect((await each('POST', agreements, { body })).statusCode).toBe(403)
  })
})
