import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { administratorRoles } from '../administrator-roles.ts'
import {
  alice,
  documentsOf,
  guidOf,
  mailApp,
  now,
  policy,
  registration,
  rulesOf,
  strengthInstead,
} from '../conditional-access/access.fixture.ts'
import { anyPerson, anyPolicy, anySignIn, anyState } from '../conditional-access/any-policy.fixture.ts'
import { decideAccess } from '../conditional-access/decide-access.ts'
import type { DeviceFacts } from '../conditional-access/device-facts.ts'
import { knownApps, type UserAction } from '../conditional-access/known-apps.ts'
import { looksAtDevices } from '../conditional-access/looks-at-devices.ts'
import { manyPeople, manyPolicies } from '../conditional-access/organisation.fixture.ts'
import { defaultMethodsPolicy } from '../documents/default-methods-policy.ts'
import type { PasskeyFacts } from '../methods/passkey-facts.ts'
import { compileRules, type RuleDocuments } from '../rules.ts'
import { multiFactorStrengthId, phishingResistantStrengthId } from '../strengths/built-in-strengths.ts'
import { analyseLockOut, type LockOutQuestion } from './analyse.ts'
import { newBrowserOn } from './browser-devices.ts'
import { decideOutlook } from './decide-outlook.ts'
import { toProvable, withoutApprovals } from './holdings.ts'
import type { Holdings, PersonStanding, Situation } from './person-standing.ts'
import { makeSide } from './side.ts'

const key: PasskeyFacts = {
  aaguid: 'ee882879-721c-4913-9775-3dfcce97072a',
  attested: true,
  evidence: 'hardware',
  backupEligible: false,
}
const has = (change: Partial<Holdings> = {}): Holdings => ({
  passkeys: [],
  password: false,
  totp: false,
  ...change,
})
const soon = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const pass = { once: true, startsAt: soon(-10), expiresAt: soon(50) }
const atHome: Situation = {
  target: { kind: 'app', clientId: mailApp },
  authenticationContexts: [],
  platform: 'windows',
  ipAddress: '203.0.113.7',
  clientAppType: 'browser',
}
const person = (holdings: Holdings, change: Partial<PersonStanding> = {}): PersonStanding => ({
  person: alice,
  holdings,
  situations: [atHome],
  ...change,
})
const ask = (
  policies: readonly object[],
  people: readonly PersonStanding[],
  change: Partial<LockOutQuestion> & { readonly documents?: Partial<RuleDocuments> } = {},
) =>
  analyseLockOut({
    before: rulesOf([]),
    after: rulesOf(
      policies.map((each, at) => policy(at + 1, each)),
      change.documents,
    ),
    people,
    now,
    passwordMayAddFirstPasskey: false,
    ...change,
  })

const resistant = strengthInstead(phishingResistantStrengthId)
const exception = { ...registration, ...strengthInstead(multiFactorStrengthId) }
const block = { grantControls: { builtInControls: ['block'] } }
const { fido2, temporaryAccessPass } = defaultMethodsPolicy
const methodsPolicy = (change: Partial<typeof defaultMethodsPolicy>) => ({
  documents: { methodsPolicy: { ...defaultMethodsPolicy, ...change } },
})
const models = (...aaGuids: string[]) =>
  methodsPolicy({
    fido2: {
      ...fido2,
      passkeyProfiles: fido2.passkeyProfiles.map((profile) => ({
        ...profile,
        keyRestrictions: { isEnforced: true, enforcementType: 'allow', aaGuids },
      })),
    },
  })

describe('asking for passkeys everywhere', () => {
  test.each<[string, Holdings, readonly object[], unknown]>([
    ['somebody with a passkey', has({ passkeys: [key] }), [resistant], undefined],
    [
      'somebody with a pass, where registration is excepted',
      has({ password: true, pass }),
      [resistant, exception],
      ['canEnrol', 'passkey', true],
    ],
    [
      'somebody with a pass, where it is not',
      has({ password: true, pass }),
      [resistant],
      ['needsHelpDesk', undefined, false],
    ],
    [
      'somebody with codes, where registration is excepted',
      has({ password: true, totp: true }),
      [resistant, exception],
      ['canEnrol', 'passkey', false],
    ],
    [
      'somebody with a password',
      has({ password: true }),
      [resistant, exception],
      ['needsHelpDesk', undefined, false],
    ],
    [
      'somebody whose pass is over',
      has({ password: true, pass: { ...pass, expiresAt: now } }),
      [resistant, exception],
      ['needsHelpDesk', undefined, false],
    ],
    [
      'somebody whose pass begins tomorrow',
      has({ password: true, pass: { ...pass, startsAt: soon(1) } }),
      [resistant, exception],
      ['needsHelpDesk', undefined, false],
    ],
  ])('of %s', (_, holdings, policies, expected) => {
    const [found] = ask(policies, [person(holdings)]).affected

    expect(found && [found.after, found.through, found.byPass]).toEqual(expected)
    if (found !== undefined) expect(found).toMatchObject({ before: 'satisfied', policies: ['Policy 1'] })
  })

  test('somebody with a password may add their first passkey where the organisation says so', () => {
    const mail = { ...resistant, conditions: { applications: { includeApplications: [mailApp] } } }
    const standing = person(has({ password: true }))

    expect(ask([mail], [standing], { passwordMayAddFirstPasskey: true }).counts.canEnrol).toBe(1)
    expect(ask([mail], [standing]).counts.needsHelpDesk).toBe(1)
  })

  test('asking for MFA lets somebody with a password add codes where they may add anything', () => {
    const mail = { conditions: { applications: { includeApplications: [mailApp] } } }
    const off = methodsPolicy({ fido2: { ...fido2, state: 'disabled' } })
    const found = ask([mail], [person(has({ password: true, pass }))], off).affected[0]

    expect(found).toMatchObject({ after: 'canEnrol', through: 'totp', byPass: true })
  })

  test('nobody is helped where passkeys are off', () => {
    const off = methodsPolicy({ fido2: { ...fido2, state: 'disabled' } })
    expect(ask([resistant, exception], [person(has({ password: true, pass }))], off).blocked).toEqual([
      alice.userId,
    ])
  })

  test('whoever is kept for emergencies is not touched', () => {
    const standing = person(has({ passkeys: [key] }), { person: { ...alice, breakGlass: true } })
    expect(ask([block], [standing]).affected).toEqual([])
  })
})

describe('changing the methods policy', () => {
  test('shuts out whoever has nothing but a model that is gone, until somebody helps', () => {
    const report = ask([], [person(has({ passkeys: [key] }))], models('fa2b99dc-9e39-4257-8f92-4a30d23c4118'))
    expect(report.affected).toMatchObject([{ after: 'needsHelpDesk', policies: [] }])
  })

  test('shuts out for good where no passkey and no pass can be had', () => {
    const off = methodsPolicy({
      fido2: { ...fido2, state: 'disabled' },
      temporaryAccessPass: { ...temporaryAccessPass, state: 'disabled' },
    })
    expect(ask([], [person(has({ passkeys: [key] }))], off).blocked).toEqual([alice.userId])
    expect(ask([], [person(has({ passkeys: [key], password: true }))], off).affected).toEqual([])
  })
})

describe('blocking people', () => {
  const elsewhere = {
    ...block,
    conditions: { locations: { includeLocations: ['All'], excludeLocations: ['AllTrusted'] } },
  }

  test('from where they were in the last thirty days is told, with the policy and the place', () => {
    const report = ask([elsewhere], [person(has({ passkeys: [key] }))])

    expect(report.blocked).toEqual([alice.userId])
    expect(report.affected[0]).toMatchObject({ policies: ['Policy 1'], situation: atHome })
  })

  test('from where they were not is not, as long as one place is left', () => {
    const atOffice = { ...atHome, ipAddress: '192.0.2.9' }
    const standing = person(has({ passkeys: [key] }), { situations: [atOffice] })

    expect(ask([elsewhere], [standing]).affected).toEqual([])
    expect(ask([elsewhere], [standing], { documents: { namedLocations: [] } }).blocked).toEqual([
      alice.userId,
    ])
  })

  test('who have not signed in lately is told where no place at all is left', () => {
    const standing = person(has({ passkeys: [key] }), { situations: [] })

    expect(ask([block], [standing]).blocked).toEqual([alice.userId])
    expect(ask([elsewhere], [standing]).affected).toEqual([])
  })

  test('who were blocked before is no news', () => {
    const rules = rulesOf([policy(1, block)])
    expect(ask([block], [person(has({ passkeys: [key] }))], { before: rules }).affected).toEqual([])
  })

  test('by moving them to a group is told of those who move', () => {
    const group = guidOf(55)
    const rules = rulesOf([
      policy(1, { ...block, conditions: { users: { includeUsers: [], includeGroups: [group] } } }),
    ])
    const moved = { ...alice, groupIds: new Set([group]) }
    const people = [person(has({ passkeys: [key] }), { personAfter: moved })]

    expect(ask([], people, { before: rules, after: rules }).blocked).toEqual([alice.userId])
  })
})

describe('the last administrator', () => {
  const admin = { ...alice, roleIds: new Set<string>([administratorRoles.globalAdministrator]) }
  const centre = { ...block, conditions: { applications: { includeApplications: [knownApps.adminCentre] } } }

  test('is lost if nobody gets into the admin centre any more', () => {
    const report = ask([centre], [person(has({ passkeys: [key] }), { person: admin })])

    expect(report).toMatchObject({ lastAdministratorLost: true, blocked: [alice.userId] })
  })

  test('is not, as long as one is left', () => {
    const people = [
      person(has({ passkeys: [key] }), { person: admin }),
      person(has({ passkeys: [key] }), { person: { ...admin, userId: guidOf(2), breakGlass: true } }),
    ]
    expect(ask([centre], people).lastAdministratorLost).toBe(false)
  })

  test('is lost if the role is taken from them', () => {
    const people = [person(has({ passkeys: [key] }), { person: admin, personAfter: alice })]
    expect(ask([], people).lastAdministratorLost).toBe(true)
  })
})

describe('analysing many', () => {
  const anyHoldings: fc.Arbitrary<Holdings> = fc
    .record({ passkey: fc.boolean(), password: fc.boolean(), totp: fc.boolean(), pass: fc.boolean() })
    .map((each) =>
      has({
        passkeys: each.passkey ? [key] : [],
        password: each.password,
        totp: each.totp,
        ...(each.pass && { pass }),
      }),
    )
  const terms = { now, passwordMayAddFirstPasskey: false }

  test('comes to the same, whoever came before and shared the work', () => {
    const anyPolicies = fc.array(anyPolicy(anyState), { maxLength: 4 })
    const anyQuestions = fc.array(fc.tuple(anyPerson, anyHoldings, anySignIn), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(anyPolicies, anyQuestions, (policies, questions) => {
        const rules = rulesOf(policies)
        const side = makeSide(rules, terms)
        for (const [
          who,
          holdings,
          { proofs: _, origin: _origin, now: _now, acceptedTerms: _terms, ...situation },
        ] of questions) {
          const shared = side.outlook(side.place(who, holdings), side.meet(situation))

          const enabled = rules.access.policies.filter(({ state }) => state === 'enabled')
          const applyingTo = (place: Situation) => {
            const signIn = {
              ...place,
              proofs: [],
              origin: 'browser' as const,
              now,
              acceptedTerms: new Set<string>(),
            }
            const { verdicts } = decideAccess(rules, who, signIn)
            return enabled.filter((each) =>
              verdicts.some((v) => v.policyId === each.id && v.state === 'enabled' && v.because.length === 0),
            )
          }
          const { transferMethod, ...there } = situation
          const doing = (action: UserAction) => applyingTo({ ...there, target: { kind: 'action', action } })
          const on = (device: DeviceFacts) => ({ device, applying: applyingTo({ ...situation, device }) })
          const provable = toProvable(rules, who, holdings, { models: [], now })
          const atHand = transferMethod === undefined && situation.device === undefined
          const browser =
            atHand && looksAtDevices({ ...rules.access, policies: enabled })
              ? newBrowserOn(situation.platform)
              : undefined
          const isCentre =
            situation.target.kind === 'app' && situation.target.clientId === knownApps.adminCentre
          const alone = decideOutlook({
            ...terms,
            situation,
            applying: applyingTo(situation),
            registering: doing('urn:user:registersecurityinfo'),
            joining: doing('urn:user:registerdevice'),
            provable: isCentre ? withoutApprovals(provable) : provable,
            ...(browser && {
              newBrowser: { unsaid: on(browser), vouched: on({ ...browser, isCompliant: true }) },
            }),
          })
          expect(shared).toEqual(alone)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('does not take who registers a device for who signs in to an app', () => {
    const rules = rulesOf([
      policy(1, {
        grantControls: {
          operator: 'OR',
          builtInControls: ['compliantDevice'],
          authenticationStrength: { id: phishingResistantStrengthId },
        },
      }),
    ])
    const side = makeSide(rules, terms)
    const behindCode = { ...atHome, transferMethod: 'deviceCodeFlow' } as const
    const joining = { ...behindCode, target: { kind: 'action', action: 'urn:user:registerdevice' } } as const
    const holder = side.place(alice, has({ passkeys: [key] }))
    const alone = makeSide(rules, terms)

    side.outlook(holder, side.meet(behindCode))

    expect(side.outlook(holder, side.meet(joining))).toEqual(
      alone.outlook(alone.place(alice, has({ passkeys: [key] })), alone.meet(joining)),
    )
    expect(side.meet(joining).key).not.toBe(side.meet(behindCode).key)
  })

  test('tells people in the order of their ids, however they come', () => {
    const people = [3, 1, 2].map((number) =>
      person(has({ passkeys: [key] }), { person: { ...alice, userId: guidOf(number) } }),
    )

    expect(ask([block], people).blocked).toEqual([1, 2, 3].map(guidOf))
    expect(ask([block], people.toReversed())).toEqual(ask([block], people))
  })

  // Loose, as other tests run beside this one: the bench tells the figure.
  test('takes seconds for ten thousand people and two hundred policies', () => {
    const policies = manyPolicies(200)
    const documents = documentsOf(policies)
    const people = manyPeople(10_000).map((each, at) => ({
      person: each,
      holdings: has({ passkeys: at % 3 === 0 ? [key] : [], password: true, totp: at % 2 === 0 }),
      situations: [atHome, { ...atHome, ipAddress: '192.0.2.9' }, { ...atHome, platform: 'iOS' as const }],
    }))
    const started = process.cpuUsage()
    const report = analyseLockOut({
      ...terms,
      before: compileRules(documents),
      after: compileRules({ ...documents, conditionalAccess: [...policies, policy(1, resistant)] }),
      people,
    })
    const { user, system } = process.cpuUsage(started)

    expect((user + system) / 1e6).toBeLessThan(10)
    expect(report.affected.length).toBeGreaterThan(3_000)
  }, 60_000)
})
