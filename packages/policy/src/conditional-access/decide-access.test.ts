import { describe, expect, test } from 'vitest'
import { administratorRoles } from '../administrator-roles.ts'
import type { PersonFacts } from '../person-facts.ts'
import { multiFactorStrengthId, phishingResistantStrengthId } from '../strengths/built-in-strengths.ts'
import {
  alice,
  guidOf,
  home,
  mailApp,
  now,
  office,
  policy,
  proven,
  registration,
  rulesOf,
  signIn,
  strengthInstead,
} from './access.fixture.ts'
import { decideAccess } from './decide-access.ts'
import { knownApps } from './known-apps.ts'
import { satisfiedContexts } from './satisfied-contexts.ts'
import type { SignInContext } from './sign-in-context.ts'

const block = { grantControls: { builtInControls: ['block'] } }
const group = guidOf(11)
const conditions = (change: object) => ({ conditions: change })
const register = { target: { kind: 'action', action: 'urn:user:registersecurityinfo' } } as const
const ofApps = (...includeApplications: string[]) => conditions({ applications: { includeApplications } })
const names = (decision: ReturnType<typeof decideAccess>) => decision.needs.strengths.map(({ name }) => name)

describe('whether a policy applies', () => {
  const blocks = (
    change: object,
    context: Partial<SignInContext> = {},
    person: Partial<PersonFacts> = {},
  ) => {
    const decision = decideAccess(
      rulesOf([policy(1, { ...block, ...change })]),
      { ...alice, ...person },
      signIn(context),
    )
    return decision.outcome === 'blocked' ? true : decision.verdicts[0]?.because
  }

  test.each<[string, object, Partial<PersonFacts>, unknown]>([
    ['everybody', { includeUsers: ['All'] }, {}, true],
    ['nobody', { includeUsers: ['None'] }, {}, ['users']],
    ['this person', { includeUsers: [alice.userId] }, {}, true],
    ['somebody else', { includeUsers: [guidOf(2)] }, {}, ['users']],
    ['a group', { includeUsers: [], includeGroups: [group.toUpperCase()] }, {}, true],
    ['another group', { includeUsers: [], includeGroups: [guidOf(12)] }, {}, ['users']],
    [
      'a role',
      { includeUsers: [], includeRoles: [administratorRoles.globalAdministrator] },
      { roleIds: new Set([administratorRoles.globalAdministrator]) },
      true,
    ],
    ['everybody but this person', { excludeUsers: [alice.userId] }, {}, ['users']],
    [
      'this person, but not the group',
      { includeUsers: [alice.userId], excludeGroups: [group] },
      {},
      ['users'],
    ],
    [
      'everybody but a role',
      { excludeRoles: [administratorRoles.helpDesk] },
      { roleIds: new Set([administratorRoles.helpDesk]) },
      ['users'],
    ],
    ['guests', { includeUsers: ['GuestsOrExternalUsers'] }, {}, ['users']],
    ['guests', { includeUsers: ['GuestsOrExternalUsers'] }, { guest: true }, true],
    ['everybody but guests', { excludeUsers: ['GuestsOrExternalUsers'] }, { guest: true }, ['users']],
    [
      'everybody but one kind of guest, of whom nobody knows who they are',
      { excludeGuestsOrExternalUsers: { guestOrExternalUserTypes: 'serviceProvider' } },
      { guest: true },
      true,
    ],
  ])('to %s', (_, users, person, expected) => {
    expect(blocks(conditions({ users }), {}, person)).toEqual(expected)
  })

  const open = (clientId: string) => ({ target: { kind: 'app', clientId } }) as const
  test.each<[string, object, Partial<SignInContext>, unknown]>([
    ['all', {}, {}, true],
    ['none', ofApps('None'), {}, ['application']],
    ['this one', ofApps(mailApp.toUpperCase()), {}, true],
    [
      'this one by another of its names',
      ofApps('mail'),
      { target: { kind: 'app', clientId: 'x', aliases: ['mail'] } },
      true,
    ],
    ['another', ofApps(guidOf(802)), {}, ['application']],
    [
      'all but this one',
      conditions({ applications: { excludeApplications: [mailApp] } }),
      {},
      ['application'],
    ],
    ['the portals of administrators', ofApps('MicrosoftAdminPortals'), open(knownApps.adminCentre), true],
    [
      'the portals of administrators',
      ofApps('MicrosoftAdminPortals'),
      open(knownApps.graph),
      ['application'],
    ],
    ['what others sell', ofApps('Office365'), open(knownApps.graph), ['application']],
    ['the registration of methods', registration, {}, ['userActions']],
    ['the registration of methods', registration, register, true],
    ['all, while methods are registered', {}, register, true],
    ['Security info, while methods are registered', ofApps(knownApps.securityInfo), register, true],
    [
      'all but Security info, while methods are registered',
      conditions({ applications: { excludeApplications: [knownApps.securityInfo] } }),
      register,
      ['application'],
    ],
  ])('to applications: %s', (_, change, context, expected) => {
    expect(blocks(change, context)).toEqual(expected)
  })

  const context = conditions({
    applications: { includeApplications: [], includeAuthenticationContextClassReferences: ['c1'] },
  })
  const places = (includeLocations: string[], excludeLocations: string[] = []) =>
    conditions({ locations: { includeLocations, excludeLocations } })
  const platforms = (includePlatforms: string[], excludePlatforms: string[] = []) =>
    conditions({ platforms: { includePlatforms, excludePlatforms } })
  const filter = (mode: string, rule: string) => conditions({ devices: { deviceFilter: { mode, rule } } })
  const flow = conditions({
    authenticationFlows: { transferMethods: 'deviceCodeFlow,authenticationTransfer' },
  })
  test.each<[string, object, Partial<SignInContext>, unknown]>([
    ['a context that was asked for', context, { authenticationContexts: ['c2', 'c1'] }, true],
    ['a context that was not', context, { authenticationContexts: ['c2'] }, ['authenticationContext']],
    ['this kind of client', conditions({ clientAppTypes: ['browser'] }), {}, true],
    [
      'a kind of client we have none of',
      conditions({ clientAppTypes: ['exchangeActiveSync', 'other'] }),
      {},
      ['clientApps'],
    ],
    ['this platform', platforms(['iOS']), { platform: 'iOS' }, true],
    ['another platform', platforms(['iOS']), { platform: 'android' }, ['devicePlatform']],
    ['an unknown platform, of some', platforms(['iOS', 'android']), {}, ['devicePlatform']],
    ['an unknown platform, of all', platforms(['all'], ['windows']), {}, true],
    ['all platforms but this', platforms(['all'], ['windows']), { platform: 'windows' }, ['devicePlatform']],
    ['the office', places([office.id]), { ipAddress: '192.0.2.9' }, true],
    ['the office over IPv6', places([office.id]), { ipAddress: '2001:db8::9' }, true],
    ['the office, from home', places([office.id]), {}, ['location']],
    ['anywhere', places(['All']), { ipAddress: 'nowhere' }, true],
    [
      'anywhere but trusted places',
      places(['All'], ['AllTrusted']),
      { ipAddress: '192.0.2.9' },
      ['location'],
    ],
    ['anywhere but trusted places, from home', places(['All'], ['AllTrusted']), {}, true],
    ['trusted places', places(['AllTrusted']), { ipAddress: '192.0.2.9' }, true],
    [
      'the office, from an address nobody can read',
      places([office.id]),
      { ipAddress: '' },
      ['notEnoughInformation', 'location'],
    ],
    [
      'anywhere but the office, from an address nobody can read',
      places(['All'], [office.id]),
      { ipAddress: '' },
      true,
    ],
    ['a country', places([home.id]), { country: 'CH' }, true],
    ['another country', places([home.id]), { country: 'FR' }, ['location']],
    ['a country, from nobody knows where', places([home.id]), {}, ['notEnoughInformation', 'location']],
    ['a place that is not there', places([guidOf(999)]), {}, ['location']],
    ['a device that is not compliant', filter('include', 'device.isCompliant -ne True'), {}, true],
    [
      'a device that is',
      filter('include', 'device.isCompliant -ne True'),
      { device: { isCompliant: true } },
      ['devices'],
    ],
    ['all devices but compliant ones', filter('exclude', 'device.isCompliant -eq True'), {}, true],
    [
      'all devices but compliant ones',
      filter('exclude', 'device.isCompliant -eq True'),
      { device: { isCompliant: true } },
      ['devices'],
    ],
    ['device codes', flow, {}, ['authenticationFlow']],
    ['device codes', flow, { transferMethod: 'deviceCodeFlow' }, true],
    [
      'nothing that fits',
      { conditions: { ...platforms(['iOS']).conditions, clientAppTypes: ['other'] } },
      {},
      ['clientApps', 'devicePlatform'],
    ],
  ])('to %s', (_, change, context, expected) => {
    expect(blocks(change, context)).toEqual(expected)
  })
})

describe('what a session is asked for', () => {
  const decide = (
    policies: readonly Parameters<typeof policy>[1][],
    context: Partial<SignInContext> = {},
    person = alice,
  ) => decideAccess(rulesOf(policies.map((change, at) => policy(at + 1, change))), person, signIn(context))

  test('nothing, where nothing applies', () => {
    expect(decide([])).toMatchObject({ outcome: 'allowed', verdicts: [] })
  })

  test('a strength, and nothing once it is satisfied', () => {
    const asked = decide([{}])
    expect([asked.outcome, names(asked)]).toEqual(['needs', ['multiFactor']])
    expect(decide([{}], { proofs: [proven.passkey()] })).toMatchObject({ outcome: 'allowed' })
  })

  test('of two strengths the one that implies the other', () => {
    expect(names(decide([{}, strengthInstead(phishingResistantStrengthId)]))).toEqual(['phishingResistant'])
  })

  test('everything, where all of it is asked', () => {
    const asked = decide([
      {
        grantControls: {
          operator: 'AND',
          builtInControls: ['mfa', 'compliantDevice'],
          termsOfUse: [guidOf(71)],
        },
      },
    ])
    expect(asked.needs).toMatchObject({ compliantDevice: true, terms: [guidOf(71)] })
    expect(names(asked)).toEqual(['multiFactor'])
  })

  test('one thing, where one is enough: the strength before the terms before the device', () => {
    const any = (...rest: string[]) => ({
      grantControls: { operator: 'OR', builtInControls: rest, termsOfUse: [guidOf(71)] },
    })
    expect(decide([any('mfa', 'compliantDevice')]).needs).toMatchObject({ compliantDevice: false, terms: [] })
    expect(decide([any('compliantDevice')]).needs).toMatchObject({
      compliantDevice: false,
      terms: [guidOf(71)],
    })
    expect(
      decide([any('approvedApplication', 'compliantDevice')], { acceptedTerms: new Set([guidOf(71)]) })
        .outcome,
    ).toBe('allowed')
    expect(decide([any('mfa', 'compliantDevice')], { device: { isCompliant: true } }).outcome).toBe('allowed')
  })

  test('no more than others ask anyway', () => {
    const device = { grantControls: { operator: 'AND', builtInControls: ['compliantDevice'] } }
    const either = { grantControls: { operator: 'OR', builtInControls: ['mfa', 'compliantDevice'] } }
    for (const policies of [
      [device, either],
      [either, device],
    ]) {
      expect(decide(policies).needs).toEqual({ strengths: [], compliantDevice: true, terms: [] })
    }
  })

  test('is blocked where nothing it could do helps', () => {
    expect(
      decide([{ grantControls: { operator: 'AND', builtInControls: ['mfa', 'approvedApplication'] } }])
        .outcome,
    ).toBe('blocked')
    expect(
      decide([{ grantControls: { operator: 'OR', builtInControls: ['mfa', 'approvedApplication'] } }])
        .outcome,
    ).toBe('needs')
    expect(decide([strengthInstead(guidOf(404))]).outcome).toBe('blocked')
  })

  test('nothing of whoever is kept for emergencies, who is told what it would have been', () => {
    const decision = decide([block, {}], {}, { ...alice, breakGlass: true })

    expect(decision).toMatchObject({ outcome: 'allowed', enforced: false, needs: { strengths: [] } })
    expect(decision.verdicts.map(({ result }) => result)).toEqual(['failure', 'failure'])
  })

  test('nothing that is only watched, or off', () => {
    const watched = { state: 'enabledForReportingButNotEnforced' }
    const decision = decide([
      { ...watched },
      { ...watched, ...block },
      { ...watched, ...ofApps('None') },
      { ...watched, grantControls: { builtInControls: ['compliantDevice'] } },
      { state: 'disabled', ...block },
    ])

    expect(decision.outcome).toBe('allowed')
    expect(decision.verdicts.map(({ result }) => result)).toEqual([
      'reportOnlyInterrupted',
      'reportOnlyFailure',
      'reportOnlyNotApplied',
      'reportOnlyFailure',
      'notEnabled',
    ])
    expect(decision.verdicts.at(-1)?.because).toEqual(['policyNotEnabled'])
  })

  test('tells what each policy asks and misses', () => {
    const change = { grantControls: { operator: 'AND', builtInControls: ['mfa', 'compliantDevice'] } }

    expect(decide([change], { proofs: [proven.passkey()] }).verdicts[0]).toEqual({
      policyId: guidOf(1),
      displayName: 'Policy 1',
      state: 'enabled',
      result: 'failure',
      because: [],
      missing: ['compliantDevice'],
      grantControls: ['mfa', 'compliantDevice'],
      sessionControls: [],
    })
  })
})

describe('registering a sign-in method', () => {
  const decide = (policies: readonly object[], context: Partial<SignInContext>) =>
    decideAccess(
      rulesOf(policies.map((change, at) => policy(at + 1, change))),
      alice,
      signIn({ ...register, ...context }),
    )
  const everywhere = strengthInstead(phishingResistantStrengthId)
  const there = { ...registration, ...strengthInstead(multiFactorStrengthId) }

  test('asks the strength for it in the place of that for everything', () => {
    expect(decide([everywhere], { proofs: [proven.pass()] }).outcome).toBe('needs')
    expect(decide([everywhere, there], { proofs: [proven.pass()] }).outcome).toBe('allowed')
    expect(names(decide([there, everywhere], {}))).toEqual(['multiFactor'])
  })

  test('asks everything else that is asked for everything', () => {
    const device = { grantControls: { operator: 'AND', builtInControls: ['mfa', 'compliantDevice'] } }
    expect(decide([device, there], { proofs: [proven.pass()] }).needs.compliantDevice).toBe(true)
  })

  test('asks the strength of a policy for Security info itself', () => {
    const page = { ...everywhere, ...ofApps(knownApps.securityInfo) }
    expect(names(decide([page, there], { proofs: [proven.pass()] }))).toEqual(['phishingResistant'])
  })

  test('does not take one that is only watched for it', () => {
    const watched = { ...there, state: 'enabledForReportingButNotEnforced' }
    expect(names(decide([everywhere, watched], { proofs: [proven.pass()] }))).toEqual(['phishingResistant'])
  })
})

describe('asking again after a while', () => {
  const every = (signInFrequency: object, rest: object = {}) => ({
    sessionControls: { signInFrequency: { isEnabled: true, ...signInFrequency } },
    ...rest,
  })
  const hours = (value: number, more: object = {}) => every({ type: 'hours', value, ...more })
  const decide = (change: object, proofs: SignInContext['proofs']) =>
    decideAccess(rulesOf([policy(1, change)]), alice, signIn({ proofs }))

  test('counts what was proven since', () => {
    expect(decide(hours(4), [proven.passkey(239)]).outcome).toBe('allowed')
    const asked = decide(hours(4), [proven.passkey(241)])
    expect(asked).toMatchObject({
      outcome: 'needs',
      counting: [],
      needs: { provenAfter: new Date(now.getTime() - 4 * 3_600_000) },
    })
    expect(names(asked)).toEqual(['multiFactor'])
  })

  test('asks for anything at all where no control asks for more', () => {
    const asked = decide({ ...hours(1), grantControls: null }, [proven.password(90)])
    expect(asked).toMatchObject({ outcome: 'needs', needs: { strengths: [], provenAfter: expect.any(Date) } })
    expect(asked.verdicts[0]).toMatchObject({ result: 'failure', missing: ['signInFrequency'] })
  })

  test('a code alone is no new sign-in', () => {
    const asked = decide({ ...hours(1), grantControls: null }, [proven.password(90), proven.totp(1)])
    expect(asked).toMatchObject({ outcome: 'needs', counting: [proven.totp(1)] })
    expect(asked.verdicts[0]).toMatchObject({ result: 'failure', missing: ['signInFrequency'] })
  })

  test('a strength must be satisfied by new proofs, not partly by old ones', () => {
    expect(decide(hours(1), [proven.password(2), proven.totp(61)])).toMatchObject({ outcome: 'needs' })
  })

  test('of a second factor alone leaves the password be', () => {
    const secondary = hours(1, { authenticationType: 'secondaryAuthentication' })
    expect(decide(secondary, [proven.password(300), proven.totp(59)]).outcome).toBe('allowed')
    const asked = decide(secondary, [proven.password(300), proven.totp(61)])
    expect(asked.counting).toEqual([proven.password(300)])
    expect(names(asked)).toEqual(['multiFactor'])
  })

  test('every time means within five minutes', () => {
    expect(decide(every({ frequencyInterval: 'everyTime' }), [proven.passkey(4)]).outcome).toBe('allowed')
    expect(decide(every({ frequencyInterval: 'everyTime' }), [proven.passkey(6)]).outcome).toBe('needs')
  })

  test('the shortest of all counts, and never keeps a browser signed in where one policy says so', () => {
    const browser = (mode: string) => ({ sessionControls: { persistentBrowser: { isEnabled: true, mode } } })
    const rules = rulesOf([
      policy(1, hours(4)),
      policy(2, hours(2)),
      policy(3, browser('always')),
      policy(4, browser('never')),
    ])
    const { session } = decideAccess(rules, alice, signIn({ proofs: [proven.passkey()] }))

    expect(session).toEqual({
      frequencies: [{ seconds: 7200, secondaryOnly: false }],
      persistentBrowser: 'never',
    })
  })
})

describe('the authentication contexts of a sign-in', () => {
  const context = {
    conditions: {
      applications: { includeApplications: [], includeAuthenticationContextClassReferences: ['c1'] },
    },
  }
  const satisfied = (policies: readonly object[], context: Partial<SignInContext> = {}) =>
    satisfiedContexts(rulesOf(policies.map((change, at) => policy(at + 1, change))), alice, signIn(context))

  test('are those whose policies it satisfies', () => {
    expect(satisfied([context])).toEqual(['c2'])
    expect(satisfied([context], { proofs: [proven.passkey()] })).toEqual(['c1', 'c2'])
  })

  test('are none for whoever is not let in at all', () => {
    expect(satisfied([{}])).toEqual([])
  })

  test('are never ones that nobody made', () => {
    expect(satisfiedContexts(rulesOf([]), alice, signIn(), ['c1', 'c9'])).toEqual(['c1'])
  })
})
