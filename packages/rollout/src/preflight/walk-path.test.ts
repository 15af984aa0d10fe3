import { toOpenPolicy } from '@latchkey/guidance'
import {
  applyConfigurationPatch,
  compileRules,
  configurationTypes,
  defaultMethodsPolicy,
  type PersonFacts,
  type RuleDocuments,
  readConditionalAccess,
} from '@latchkey/policy'
import { describe, expect, test } from 'vitest'
import { mattersTo } from './matters-to.ts'
import { type WalkQuestion, walkPath } from './walk-path.ts'

const person: PersonFacts = {
  userId: 'pia',
  groupIds: new Set(),
  roleIds: new Set(),
  guest: false,
  breakGlass: false,
}
const policyId = '00000000-0000-4000-8000-000000000001'
const phishingResistant = '00000000-0000-0000-0000-000000000004'
const stamp = { at: '2026-03-01T09:00:00Z', newId: () => 'new' }

const policy = (change: object = {}, conditions: object = {}) =>
  readConditionalAccess(
    {
      displayName: 'Only passkeys',
      state: 'enabled',
      conditions: {
        clientAppTypes: ['all'],
        applications: { includeApplications: ['All'] },
        users: { includeUsers: ['All'] },
        ...conditions,
      },
      grantControls: { operator: 'OR', authenticationStrength: { id: phishingResistant } },
      ...change,
    },
    { id: policyId, createdDateTime: stamp.at, modifiedDateTime: null },
  )

const excepting = policy(
  {
    displayName: 'Registering',
    grantControls: {
      operator: 'OR',
      authenticationStrength: { id: '00000000-0000-0000-0000-000000000002' },
    },
  },
  { applications: { includeUserActions: ['urn:user:registersecurityinfo'] } },
)

const methods = (id: 'Fido2' | 'TemporaryAccessPass', change: object) =>
  applyConfigurationPatch(
    defaultMethodsPolicy,
    id,
    { '@odata.type': configurationTypes[id], ...change },
    stamp,
  )

const documents = (change: Partial<RuleDocuments> = {}): RuleDocuments => ({
  methodsPolicy: defaultMethodsPolicy,
  strengths: [],
  conditionalAccess: [],
  namedLocations: [],
  authenticationContexts: [],
  terms: [],
  ...change,
})

function walk(rulesOf: Partial<RuleDocuments> = {}, change: Partial<WalkQuestion> = {}) {
  const all = documents(rulesOf)
  const rules = compileRules(all)
  const known = { providers: [], hasPassword: false, placeOf: () => 'other' as const }
  return walkPath({
    person,
    enabled: true,
    documents: all,
    rules,
    open: toOpenPolicy(rules.methods, person, known),
    settings: { leastStrength: 'singleFactor', passwordMayAddFirstPasskey: false },
    now: new Date('2026-03-02T09:00:00Z'),
    ...change,
  })
}

const told = ({ findings }: ReturnType<typeof walk>) =>
  findings.map(({ step, code, policies, stops }) => [
    step ?? 'rules',
    code,
    policies.map(({ displayName }) => displayName).join(),
    stops,
  ])

describe('walking the path with rules alone', () => {
  test('leads to the first sign-in where nothing stands in the way', () => {
    const { passed, steps, findings } = walk()

    expect([passed, findings]).toEqual([true, []])
    expect(steps.map(({ step }) => step)).toEqual(['pass', 'comeIn', 'register', 'passkey', 'signIn'])
  })

  test('names the policy that asks for what nobody can have yet, and the loop that it is', () => {
    const stuck = walk({ conditionalAccess: [policy()] })

    expect(stuck.passed).toBe(false)
    expect(told(stuck)).toEqual([
      ['register', 'more_needed', 'Only passkeys', true],
      ['rules', 'registration_not_excepted', 'Only passkeys', true],
    ])
    expect(stuck.steps.find(({ step }) => step === 'register')?.passed).toBe(false)
  })

  test('is open again with a policy for registering', () => {
    const mended = walk({
      conditionalAccess: [policy(), { ...excepting, id: '00000000-0000-4000-8000-000000000002' }],
    })

    expect([mended.passed, told(mended)]).toEqual([true, []])
  })

  test('tells of what is only watched, and goes on', () => {
    const watched = walk({ conditionalAccess: [policy({ state: 'enabledForReportingButNotEnforced' })] })

    expect(watched.passed).toBe(true)
    expect(told(watched)).toEqual([['rules', 'registration_not_excepted', 'Only passkeys', false]])
  })

  test('tells where it stops, if it does not stop everywhere', () => {
    const blocked = policy(
      { displayName: 'No Android', grantControls: { operator: 'OR', builtInControls: ['block'] } },
      { platforms: { includePlatforms: ['android'] } },
    )

    const { passed, findings } = walk({ conditionalAccess: [blocked] })

    expect(passed).toBe(true)
    expect(findings.map(({ step, platforms }) => [step, platforms])).toEqual([
      ['comeIn', ['android']],
      ['register', ['android']],
      ['signIn', ['android']],
    ])
  })

  test('wants a device that nobody has yet', () => {
    const managed = policy(
      { displayName: 'Managed', grantControls: { operator: 'OR', builtInControls: ['compliantDevice'] } },
      { applications: { includeApplications: ['any-other-app'] } },
    )

    expect(told(walk({ conditionalAccess: [managed] }))).toContainEqual([
      'signIn',
      'device_needed',
      'Managed',
      true,
    ])
  })

  test.each<[string, Partial<RuleDocuments>, Partial<WalkQuestion>, string, string]>([
    [
      'passes are off',
      { methodsPolicy: methods('TemporaryAccessPass', { state: 'disabled' }) },
      {},
      'pass',
      'pass_not_allowed',
    ],
    ['the person is switched off', {}, { enabled: false }, 'pass', 'person_disabled'],
    [
      'nobody may add a passkey',
      { methodsPolicy: methods('Fido2', { isSelfServiceRegistrationAllowed: false }) },
      {},
      'passkey',
      'no_kind_open',
    ],
  ])('stops if %s', (_, rulesOf, change, step, code) => {
    const { passed, findings } = walk(rulesOf, change)

    expect(passed).toBe(false)
    expect(findings[0]).toMatchObject({ step, code, stops: true })
  })
})

describe('whether a change matters to who walked before', () => {
  const matters = (before?: object, after?: object) =>
    mattersTo(
      {
        kind: 'conditionalAccess',
        ...(before && { before: policy(before) }),
        ...(after && { after: policy(after) }),
      },
      documents(),
      person,
    )

  test.each<[string, object | undefined, object | undefined, boolean]>([
    ['a policy that holds for them', undefined, {}, true],
    ['one that held', {}, undefined, true],
    ['one that is only watched', undefined, { state: 'enabledForReportingButNotEnforced' }, false],
    ['one that goes from being watched to holding', { state: 'enabledForReportingButNotEnforced' }, {}, true],
  ])('is so for %s', (_, before, after, expected) => {
    expect(matters(before, after)).toBe(expected)
  })

  test('is not so for a policy about others', () => {
    const others = policy({}, { users: { includeUsers: ['11111111-0000-4000-8000-000000000001'] } })

    expect(mattersTo({ kind: 'conditionalAccess', after: others }, documents(), person)).toBe(false)
  })

  test('is so for methods, and not for the campaign', () => {
    const campaign = { ...defaultMethodsPolicy, lastModifiedDateTime: '2026-04-01T00:00:00Z' }
    const before = defaultMethodsPolicy

    expect(mattersTo({ kind: 'methodsPolicy', before, after: campaign }, documents(), person)).toBe(false)
    expect(
      mattersTo(
        { kind: 'methodsPolicy', before, after: methods('Fido2', { state: 'disabled' }) },
        documents(),
        person,
      ),
    ).toBe(true)
  })
})
