import { describe, expect, test } from 'vitest'
import { administratorRoles } from '../administrator-roles.ts'
import {
  alice,
  guidOf,
  mailApp,
  now,
  policy,
  registration,
  rulesOf,
  strengthInstead,
} from '../conditional-access/access.fixture.ts'
import type { DeviceFacts } from '../conditional-access/device-facts.ts'
import { defaultMethodsPolicy } from '../documents/default-methods-policy.ts'
import type { StrengthDocument } from '../documents/strength-document.ts'
import type { RuleDocuments } from '../rules.ts'
import {
  builtInStrengthDocuments,
  multiFactorStrengthId,
  phishingResistantStrengthId,
} from '../strengths/built-in-strengths.ts'
import { analyseLockOut, type LockOutQuestion } from './analyse.ts'
import { newBrowserPasskey } from './browser-devices.ts'
import type { Holdings, PersonStanding, Situation } from './person-standing.ts'
import { reachAdminCentre } from './reach-admin-centre.ts'

const atWindows: Situation = {
  target: { kind: 'app', clientId: mailApp },
  authenticationContexts: [],
  platform: 'windows',
  ipAddress: '203.0.113.7',
  clientAppType: 'browser',
}
const onPhone: Situation = { ...atWindows, platform: 'iOS' }
const { platform: _, ...nowhere } = atWindows
const somebody = (holdings: Partial<Holdings>, change: Partial<PersonStanding> = {}): PersonStanding => ({
  person: alice,
  holdings: { passkeys: [], password: false, totp: false, ...holdings },
  situations: [atWindows],
  ...change,
})

const approvals = (change: Partial<typeof defaultMethodsPolicy.microsoftAuthenticator> = {}) => ({
  ...defaultMethodsPolicy,
  microsoftAuthenticator: {
    ...defaultMethodsPolicy.microsoftAuthenticator,
    state: 'enabled' as const,
    ...change,
  },
})
type Asked = Partial<LockOutQuestion> & { readonly documents?: Partial<RuleDocuments> }
const ask = (policies: readonly object[], person: PersonStanding, change: Asked = {}) => {
  const documents = { methodsPolicy: approvals(), ...change.documents }
  return analyseLockOut({
    before: rulesOf([], documents),
    after: rulesOf(
      policies.map((each, at) => policy(at + 1, each)),
      documents,
    ),
    people: [person],
    now,
    passwordMayAddFirstPasskey: false,
    ...change,
  })
}
/** How the change makes it for somebody: where they stand, through what, and whether by a pass; `undefined` if no worse. */
const outcome = (policies: readonly object[], person: PersonStanding, change: Asked = {}) => {
  const [found] = ask(policies, person, change).affected
  return found && [found.after, found.through, found.byPass]
}

const mail = { conditions: { applications: { includeApplications: [mailApp] } } }
const mfa = {}
const resistant = strengthInstead(phishingResistantStrengthId)
const exception = { ...registration, ...strengthInstead(multiFactorStrengthId) }
const onlyOf = (...allowedCombinations: string[]): readonly StrengthDocument[] => {
  const [builtIn] = builtInStrengthDocuments
  if (builtIn === undefined) throw new Error('no strength is built in')
  return [{ ...builtIn, id: guidOf(77), policyType: 'custom', displayName: 'Ours', allowedCombinations }]
}
const ours = { ...mail, ...strengthInstead(guidOf(77)) }
const approver = { password: true, approver: true }

describe('whoever approves on a phone', () => {
  test.each<[string, Partial<Holdings>, object, Asked, unknown]>([
    ['satisfies a rule for MFA after their password', approver, mfa, {}, undefined],
    [
      'satisfies a strength that takes it',
      approver,
      ours,
      { documents: { strengths: onlyOf('password,microsoftAuthenticatorPush') } },
      undefined,
    ],
    [
      'does not where approvals are off',
      approver,
      mfa,
      { documents: { methodsPolicy: defaultMethodsPolicy } },
      ['needsHelpDesk', undefined, false],
    ],
    [
      'does not where approvals are not for them',
      approver,
      mfa,
      {
        documents: {
          methodsPolicy: approvals({ excludeTargets: [{ targetType: 'group', id: guidOf(11) }] }),
        },
      },
      ['needsHelpDesk', undefined, false],
    ],
    [
      'satisfies nothing that is phishing-resistant',
      approver,
      { ...mail, ...resistant },
      {},
      ['needsHelpDesk', undefined, false],
    ],
  ])('%s', (_, holdings, rule, change, expected) => {
    expect(outcome([rule], somebody(holdings), change)).toEqual(expected)
  })

  test('adds nothing on the word of it, and nothing by the password alone', () => {
    const asked = { passwordMayAddFirstPasskey: true }

    expect(outcome([{ ...mail, ...resistant }, exception], somebody(approver), asked)).toEqual([
      'needsHelpDesk',
      undefined,
      false,
    ])
    expect(outcome([{ ...mail, ...resistant }], somebody({ password: true }), asked)).toEqual([
      'canEnrol',
      'passkey',
      false,
    ])
  })

  test('is whoever could set it up, where devices may register', () => {
    const documents = { strengths: onlyOf('password,microsoftAuthenticatorPush') }
    const person = somebody({ password: true, totp: true })

    expect(outcome([ours], person, { documents })).toEqual(['canEnrol', 'push', false])
    expect(outcome([ours], person, { documents, devicesMayJoin: false })).toEqual([
      'blocked',
      undefined,
      false,
    ])
  })

  test('administers nothing by it', () => {
    const admin = { ...alice, roleIds: new Set<string>([administratorRoles.globalAdministrator]) }
    const standing = somebody(approver, { person: admin })
    const rules = rulesOf([policy(1, mfa)], { methodsPolicy: approvals() })
    const terms = { now, passwordMayAddFirstPasskey: false }

    expect(ask([mfa], standing).lastAdministratorLost).toBe(true)
    expect(reachAdminCentre(rules, [standing], terms).size).toBe(0)
    expect(reachAdminCentre(rules, [somebody({ password: true, totp: true })], terms).size).toBe(1)
  })
})

describe('whoever approves without a password', () => {
  const passwordless = { ...mail, ...strengthInstead('00000000-0000-0000-0000-000000000003') }
  const refused = ['needsHelpDesk', undefined, false]

  test.each<[string, Holdings['rememberedOn'], Situation, unknown]>([
    ['satisfies where a browser is remembered', ['windows', 'iOS'], atWindows, undefined],
    ['does not on a system where none is', ['macOS'], atWindows, refused],
    ['does not where none is', undefined, atWindows, refused],
    ['does not where nobody knows the system', ['windows'], nowhere, refused],
    [
      'does not in a sign-in that is carried elsewhere',
      ['windows'],
      { ...atWindows, transferMethod: 'authenticationTransfer' },
      refused,
    ],
  ])('%s', (_, rememberedOn, situation, expected) => {
    const holdings = { ...approver, ...(rememberedOn && { rememberedOn }) }
    expect(outcome([passwordless], somebody(holdings, { situations: [situation] }))).toEqual(expected)
  })

  test('does not after their device is gone, nor as an administrator', () => {
    const remembered = { password: true, rememberedOn: ['windows'] } as const
    const reader = { ...alice, roleIds: new Set<string>([administratorRoles.globalReader]) }

    expect(outcome([passwordless], somebody(remembered))).toEqual(refused)
    const standing = somebody({ ...remembered, approver: true }, { person: reader })
    expect(outcome([passwordless], standing)).toEqual(refused)
  })
})

describe('asking for a compliant device', () => {
  const compliant = { ...mail, grantControls: { builtInControls: ['compliantDevice'] } }
  const laptop: DeviceFacts = {
    deviceId: 'laptop',
    displayName: 'Laptop',
    operatingSystem: 'Windows',
    isCompliant: true,
    trustType: 'Workplace',
    profileType: 'RegisteredDevice',
  }
  const onDevice = (change: Partial<DeviceFacts> = {}): Partial<Holdings> => ({
    password: true,
    passkeys: [{ ...newBrowserPasskey, device: { ...laptop, ...change } }],
  })

  test.each<[string, Partial<Holdings>, readonly Situation[], unknown]>([
    ['is satisfied on one that is', onDevice(), [atWindows], undefined],
    [
      'is so in whatever app is there',
      onDevice(),
      [{ ...atWindows, clientAppType: 'mobileAppsAndDesktopClients' }],
      undefined,
    ],
    ['is not where they sit elsewhere, too', onDevice(), [atWindows, onPhone], ['blocked', undefined, false]],
    [
      'is not where nobody knows on what it runs',
      onDevice({ operatingSystem: 'TempleOS' }),
      [atWindows],
      ['needsHelpDesk', 'device', false],
    ],
    [
      'is not on one that nobody calls compliant',
      onDevice({ isCompliant: false }),
      [atWindows],
      ['needsHelpDesk', 'device', false],
    ],
    [
      'is not by a passkey that says nothing of where they are',
      { password: true, totp: true },
      [atWindows],
      ['needsHelpDesk', 'device', false],
    ],
  ])('%s', (_, holdings, situations, expected) => {
    expect(outcome([compliant], somebody(holdings, { situations }))).toEqual(expected)
  })

  test('leaves nobody out for good who may register one', () => {
    const everything = { grantControls: compliant.grantControls }
    const person = somebody({ password: true })

    // A pass lets them register; whoever manages devices has to say that it is compliant.
    expect(outcome([compliant], person)).toEqual(['needsHelpDesk', 'device', false])
    expect(outcome([compliant], person, { devicesMayJoin: false })).toEqual(['blocked', undefined, false])
    // A device joins all the same, and then no passkey can be made on it that would prove it.
    expect(outcome([everything], person)).toEqual(['blocked', undefined, false])
  })

  test('a passkey that the rules do not take proves no device', () => {
    const { fido2 } = defaultMethodsPolicy
    const documents = {
      methodsPolicy: { ...defaultMethodsPolicy, fido2: { ...fido2, state: 'disabled' as const } },
    }

    expect(outcome([compliant], somebody(onDevice()), { documents })).toEqual(['blocked', undefined, false])
  })
})

describe('filtering devices', () => {
  const blockBut = (mode: 'include' | 'exclude', rule: string) => ({
    conditions: { ...mail.conditions, devices: { deviceFilter: { mode, rule } } },
    grantControls: { builtInControls: ['block'] },
  })
  const unregistered = blockBut('exclude', 'device.trustType -eq "Workplace"')
  const device: DeviceFacts = {
    deviceId: 'd',
    operatingSystem: 'Windows 11',
    trustType: 'Workplace',
    isCompliant: false,
  }
  const passkey = { ...newBrowserPasskey, device }

  test('lets in whoever proves a registered one', () => {
    expect(outcome([unregistered], somebody({ passkeys: [passkey] }))).toBeUndefined()
  })

  test('tells whoever could register one', () => {
    expect(outcome([unregistered], somebody({ password: true, totp: true }))).toEqual([
      'canEnrol',
      'device',
      false,
    ])
    expect(
      outcome([unregistered], somebody({ password: true, totp: true }, { situations: [onPhone] })),
    ).toEqual(['blocked', undefined, false])
  })

  test('tells whose device it shuts out, unless they sign in without proving it', () => {
    const windows = blockBut('include', 'device.operatingSystem -startsWith "Windows"')

    expect(outcome([windows], somebody({ passkeys: [passkey] }))?.[0]).not.toBe('satisfied')
    expect(outcome([windows], somebody({ passkeys: [passkey] }))).toBeDefined()
    expect(outcome([windows], somebody({ passkeys: [passkey], password: true }))).toBeUndefined()
  })

  test('holds each device of many apart', () => {
    const named = blockBut('exclude', 'device.deviceId -eq "mine"')
    const mine = { ...passkey, device: { ...device, deviceId: 'mine' } }

    const report = analyseLockOut({
      before: rulesOf([]),
      after: rulesOf([policy(1, named)]),
      people: [
        somebody({ passkeys: [passkey] }),
        somebody({ passkeys: [mine] }, { person: { ...alice, userId: guidOf(2) } }),
        somebody({ passkeys: [passkey, mine] }, { person: { ...alice, userId: guidOf(3) } }),
      ],
      now,
      passwordMayAddFirstPasskey: false,
    })

    expect(report.affected.map(({ userId }) => userId)).toEqual([guidOf(1)])
  })
})
