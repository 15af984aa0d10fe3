import { changeConditionalAccess, readConditionalAccess, readStrength } from '@latchkey/policy'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { methodsPatch, patchMethods } from '../../test/rules.ts'
import { codeOf, codesOf, openWorld, operator, type World } from '../../test/world.ts'
import {
  changeRules,
  compareRules,
  grantRole,
  listRuleChanges,
  type RuleChange,
  type RulesCheck,
  restoreRules,
} from '../administer.ts'
import { type AdministratorRole, getPersonFacts, getRuleDocuments, getRules, type Tenant } from '../index.ts'

let world: World
let tenant: Tenant
let by: typeof operator & { readonly tenantId: string }
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  tenant = await world.aTenant()
  by = { ...operator, tenantId: tenant.tenantId }
})
afterAll(() => world.close())

const at = '2026-03-01T09:00:00Z'
const strengthId = '11111111-0000-4000-8000-000000000001'
const policyId = '22222222-0000-4000-8000-000000000001'
const addStrength: RuleChange = {
  kind: 'strength',
  id: strengthId,
  change: () => readStrength({ displayName: 'Keys', allowedCombinations: ['fido2'] }, { id: strengthId, at }),
}
const addPolicy: RuleChange = {
  kind: 'conditionalAccess',
  id: policyId,
  change: () =>
    readConditionalAccess(
      {
        displayName: 'Keys for everybody',
        state: 'disabled',
        conditions: {
          clientAppTypes: ['all'],
          users: { includeUsers: ['All'] },
          applications: { includeApplications: ['All'] },
        },
        grantControls: { operator: 'OR', authenticationStrength: { id: strengthId } },
      },
      { id: policyId, createdDateTime: at, modifiedDateTime: null },
    ),
}
const remove = (kind: 'strength' | 'conditionalAccess', id: string): RuleChange => ({
  kind,
  id,
  change: () => undefined,
})
const rename = (displayName: string): RuleChange => ({
  kind: 'conditionalAccess',
  id: policyId,
  change: (before) => before && changeConditionalAccess(before, { displayName }, at),
})
const disablePass = () => patchMethods(world, tenant.tenantId, 'TemporaryAccessPass', { state: 'disabled' })

describe('getting the rules', () => {
  test('of an organisation that changed none, they say what its settings say', async () => {
    const passes = { ...tenant.settings.passes, defaultLifetimeMinutes: 45, onceOnly: true, length: 12 }
    await world.stores.tenants.putSettings(tenant.tenantId, { ...tenant.settings, passes })

    const { methods } = await getRules(world.stores, world.deps, tenant.tenantId)

    expect(methods.pass).toMatchObject({
      enabled: true,
      length: 12,
      terms: { defaultLifetimeMinutes: 45, onceOnly: true },
    })
  })

  test('after the first change the document says it, and the settings nothing more', async () => {
    await disablePass()
    const passes = { ...tenant.settings.passes, length: 20 }
    await world.stores.tenants.putSettings(tenant.tenantId, { ...tenant.settings, passes })

    const { methods } = await getRules(world.stores, world.deps, tenant.tenantId)

    expect(methods.pass).toMatchObject({ enabled: false, length: 10 })
  })

  test('asks for the documents once per version', async () => {
    let asked = 0
    const { stores } = world
    const list = (tenantId: string) => {
      asked++
      return stores.rules.list(tenantId)
    }
    const rules = { ...stores.rules, list }
    const counting = { ...stores, rules }
    const deps = { ...world.deps, stores: counting }

    for (let n = 0; n < 3; n++) await getRules(counting, deps, tenant.tenantId)
    await disablePass()
    for (let n = 0; n < 3; n++) await getRules(counting, deps, tenant.tenantId)

    expect(asked).toBe(2)
  })

  test('a change that is not kept is not remembered', async () => {
    const failing: RulesCheck = async () => {
      throw new Error('power cut')
    }
    const deps = { ...world.deps, checkRules: failing }
    await expect(changeRules(deps, by, [addStrength])).rejects.toThrow('power cut')

    expect(await getRuleDocuments(world.stores, world.deps, tenant.tenantId)).toMatchObject({
      version: 0,
      documents: { strengths: [] },
    })
  })
})

describe('getting what rules know of a person', () => {
  test('reads groups and roles only if rules look at them', async () => {
    const person = await world.aPerson(tenant)
    await grantRole(world.deps, { ...by, userId: person.userId, role: 'helpDesk' })
    const blind = { groups: {}, roles: {} } as never

    const none = await getPersonFacts(blind, person, { asksGroups: false })
    const both = await getPersonFacts(world.stores, person, { asksGroups: true, asksRoles: true })

    expect(none.roleIds.size).toBe(0)
    expect([...both.roleIds]).toEqual(['729827e3-9c14-49f7-bb1b-9608f156bbb8'])
  })
})

describe('changing rules', () => {
  test('keeps the documents of one change as one version, with history and audit', async () => {
    const { version, changed } = await changeRules(world.deps, by, [addStrength, addPolicy])

    expect(version).toBe(1)
    expect(changed.map(({ kind }) => kind)).toEqual(['strength', 'conditionalAccess'])
    const { documents } = await getRuleDocuments(world.stores, world.deps, tenant.tenantId)
    expect(documents.conditionalAccess[0]?.displayName).toBe('Keys for everybody')
    expect(await listRuleChanges(world.stores, by, { limit: 9 })).toHaveLength(2)
    const [audit] = await world.stores.audit.list(tenant.tenantId, { limit: 1, targetId: policyId })
    expect(audit).toMatchObject({ activity: 'access_policy_added', detail: { version: 1 } })
  })

  test('the audit says only what changed', async () => {
    await disablePass()

    const [audit] = await world.stores.audit.list(tenant.tenantId, {
      limit: 1,
      activity: 'methods_policy_changed',
    })

    expect(audit?.detail).toEqual({
      version: 1,
      lastModifiedDateTime: `"${at}"`,
      'temporaryAccessPass.state': '"disabled"',
    })
  })

  test('a change that changes nothing makes no version', async () => {
    await disablePass()

    expect(await disablePass()).toEqual({ version: 1, changed: [], loops: [] })
  })

  test('of two who saw the same version one wins, and the other is told', async () => {
    const change = (state: string) =>
      patchMethods(world, tenant.tenantId, 'SoftwareOath', { state }, { ...operator, ifVersion: 0 })

    expect(await codesOf([change('disabled'), change('disabled')])).toEqual(['done', 'rules_changed'])
    expect(await listRuleChanges(world.stores, by, { limit: 9 })).toHaveLength(1)
  })

  test('of two who did not say what they saw neither is lost', async () => {
    await Promise.all([
      disablePass(),
      patchMethods(world, tenant.tenantId, 'SoftwareOath', { state: 'disabled' }),
    ])

    const { methods } = await getRules(world.stores, world.deps, tenant.tenantId)
    expect([methods.pass.enabled, methods.totp.enabled]).toEqual([false, false])
  })

  test('names the place of what is wrong in a document', async () => {
    const wrong = patchMethods(world, tenant.tenantId, 'Fido2', { colour: 'red' })

    await expect(wrong).rejects.toMatchObject({ code: 'document_invalid', cause: { path: 'colour' } })
  })

  test('removes nothing that another rule names', async () => {
    await changeRules(world.deps, by, [addStrength, addPolicy])

    expect(await codeOf(changeRules(world.deps, by, [remove('strength', strengthId)]))).toBe(
      'document_invalid',
    )
    const both = [remove('strength', strengthId), remove('conditionalAccess', policyId)]
    expect(await codeOf(changeRules(world.deps, by, both))).toBe('done')
  })

  test('keeps nothing that the check refuses, and shows it what would be', async () => {
    const seen: unknown[] = []
    const checkRules: RulesCheck = async (_, { before, after, acknowledge }) => {
      seen.push(before.rules.methods.pass.enabled, after.rules.methods.pass.enabled, acknowledge)
      if (acknowledge !== 'these two') throw new Error('would block two')
    }
    const deps = { ...world.deps, checkRules }
    const change = [methodsPatch('TemporaryAccessPass', { state: 'disabled' })]

    await expect(changeRules(deps, by, change)).rejects.toThrow('would block two')
    await changeRules(deps, by, change, { acknowledge: 'these two' })

    expect(seen).toEqual([true, false, undefined, true, false, 'these two'])
    expect(await listRuleChanges(world.stores, by, { limit: 9 })).toHaveLength(1)
  })

  test.each<[AdministratorRole, string, string]>([
    ['globalAdministrator', 'done', 'done'],
    ['authenticationPolicyAdministrator', 'done', 'not_permitted'],
    ['conditionalAccessAdministrator', 'not_permitted', 'done'],
    ['securityAdministrator', 'not_permitted', 'done'],
    ['authenticationAdministrator', 'not_permitted', 'not_permitted'],
    ['globalReader', 'not_permitted', 'not_permitted'],
  ])('%s: methods policy %s, strengths %s', async (role, methods, strengths) => {
    const person = await world.aPerson(tenant)
    await grantRole(world.deps, { ...by, userId: person.userId, role })
    const actor = { kind: 'person', userId: person.userId } as const

    expect(await codeOf(changeRules(world.deps, { ...by, actor }, [addStrength]))).toBe(strengths)
    expect(
      await codeOf(patchMethods(world, tenant.tenantId, 'SoftwareOath', { state: 'disabled' }, { actor })),
    ).toBe(methods)
  })

  test('reaches no other organisation', async () => {
    const other = await world.aTenant()
    await disablePass()

    expect((await getRules(world.stores, world.deps, other.tenantId)).methods.pass.enabled).toBe(true)
  })
})

describe('going back to rules of before', () => {
  test('compares two versions, each document once', async () => {
    await changeRules(world.deps, by, [addStrength, addPolicy])
    await changeRules(world.deps, by, [rename('One')])
    await changeRules(world.deps, by, [rename('Two')])

    const [only, ...more] = await compareRules(world.stores, by, { from: 1, to: 3 })

    expect(more).toEqual([])
    expect(only?.properties).toContainEqual({
      path: 'displayName',
      before: 'Keys for everybody',
      after: 'Two',
    })
  })

  test('restores everything as it was, as a new version', async () => {
    await changeRules(world.deps, by, [addStrength, addPolicy])
    const { documents: before } = await getRuleDocuments(world.stores, world.deps, tenant.tenantId)
    await changeRules(world.deps, by, [rename('One')])
    await changeRules(world.deps, by, [remove('conditionalAccess', policyId)])
    await disablePass()

    const { version } = await restoreRules(world.deps, by, { version: 1 })

    expect(version).toBe(5)
    expect((await getRuleDocuments(world.stores, world.deps, tenant.tenantId)).documents).toEqual(before)
  })

  test('restores one document and leaves the others', async () => {
    await changeRules(world.deps, by, [addStrength, addPolicy])
    await changeRules(world.deps, by, [rename('One')])
    await disablePass()

    const document = { kind: 'conditionalAccess', id: policyId } as const
    await restoreRules(world.deps, by, { version: 0, document })

    const { documents } = await getRuleDocuments(world.stores, world.deps, tenant.tenantId)
    expect(documents.conditionalAccess).toEqual([])
    expect(documents.methodsPolicy.temporaryAccessPass.state).toBe('disabled')
  })

  test('a version that never was is not found', async () => {
    expect(await codeOf(restoreRules(world.deps, by, { version: 1 }))).toBe('not_found')
  })
})
