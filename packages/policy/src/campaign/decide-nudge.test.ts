import { describe, expect, test } from 'vitest'
import type { CampaignDocument } from '../documents/campaign-document.ts'
import { defaultMethodsPolicy } from '../documents/default-methods-policy.ts'
import type { PasskeyProfileDocument } from '../documents/methods-policy-document.ts'
import { compileMethods } from '../methods/compile-methods.ts'
import type { PersonFacts } from '../person-facts.ts'
import type { ProvenMethod } from '../proven-method.ts'
import { answersHere, type PasskeyKeeper } from './answers-here.ts'
import { decideNudge, type NudgeHistory, type NudgeVisit, whyNoNudge } from './decide-nudge.ts'

const sales = '6f1d2c0b-0000-4000-8000-000000000001'
const now = new Date('2026-09-10T08:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const days = (count: number) => ago(count * 24 * 60)

const [first] = defaultMethodsPolicy.fido2.passkeyProfiles as [PasskeyProfileDocument]

/** A policy whose campaign is on for everybody, asks for passkeys and can be put off three times for a day. */
function methodsOf(change: Partial<CampaignDocument> = {}, profile: Partial<PasskeyProfileDocument> = {}) {
  const { authenticationMethodsRegistrationCampaign: campaign } = defaultMethodsPolicy.registrationEnforcement
  return compileMethods({
    ...defaultMethodsPolicy,
    registrationEnforcement: {
      authenticationMethodsRegistrationCampaign: { ...campaign, state: 'enabled', ...change },
    },
    fido2: { ...defaultMethodsPolicy.fido2, passkeyProfiles: [{ ...first, ...profile }] },
  })
}

const pia = (change: Partial<PersonFacts> = {}): PersonFacts => ({
  userId: 'pia',
  groupIds: new Set(),
  roleIds: new Set(),
  guest: false,
  breakGlass: false,
  ...change,
})

const password: ProvenMethod = { method: 'password', at: ago(2) }
const code: ProvenMethod = { method: 'totp', at: ago(1) }

/** Somebody who has just typed password and code, in Edge on Windows. */
const visit = (change: Partial<NudgeVisit> = {}): NudgeVisit => ({
  now,
  system: 'windows',
  browser: 'edge',
  inAppBrowser: false,
  onTheWayToMethods: false,
  cameByPass: false,
  inStartedWave: false,
  startedAt: ago(3),
  proofs: [password, code],
  usedOneHere: false,
  ...change,
})

const history = (change: Partial<NudgeHistory> = {}): NudgeHistory => ({
  keepers: [],
  justRegistered: false,
  snoozes: 0,
  ...change,
})

const toSales = { id: sales, targetType: 'group', targetedAuthenticationMethod: 'fido2' } as const
const toApp = { ...toSales, id: 'all_users', targetedAuthenticationMethod: 'microsoftAuthenticator' } as const

describe('asking for a passkey on the way through sign-in', () => {
  test('is done after multi-factor authentication, and says how often it can be put off', () => {
    expect(decideNudge(methodsOf(), pia(), visit(), history())).toEqual({ nudge: true, snoozesLeft: 3 })
  })

  test.each<[string, string, Partial<CampaignDocument>, Partial<PersonFacts>, Partial<NudgeVisit>]>([
    ['the campaign is off', 'no_campaign', { state: 'disabled' }, {}, {}],
    ['it is left to the system', 'no_campaign', { state: 'default' }, {}, {}],
    ['the account is for emergencies', 'break_glass', {}, { breakGlass: true }, {}],
    ['they are a guest', 'guest', {}, { guest: true }, {}],
    [
      'their group is left out',
      'excluded',
      { excludeTargets: [{ id: sales, targetType: 'group' }] },
      { groupIds: new Set([sales]) },
      {},
    ],
    ['it is for others', 'not_in_scope', { includeTargets: [toSales] }, {}, {}],
    ['it asks for the app after a text message', 'needs_telephone', { includeTargets: [toApp] }, {}, {}],
    ['they were signed in before', 'signed_in_before', {}, {}, { startedAt: now }],
    ['they only typed a password', 'not_multi_factor', {}, {}, { proofs: [password] }],
    [
      'the first of two proofs is of another visit',
      'not_multi_factor',
      {},
      {},
      { proofs: [{ ...password, at: ago(30) }, code] },
    ],
    ['they used a passkey of this device', 'has_passkey', {}, {}, { usedOneHere: true }],
    ['they came with a pass', 'came_by_pass', {}, {}, { cameByPass: true }],
    ['they go to add a method', 'on_the_way_to_methods', {}, {}, { onTheWayToMethods: true }],
    ['they are in the browser of an app', 'in_app_browser', {}, {}, { inAppBrowser: true }],
    ['they sit at Linux', 'system_without_passkeys', {}, {}, { system: 'linux' }],
    ['nobody knows where they sit', 'system_without_passkeys', {}, {}, { system: undefined }],
  ])('is not done if %s', (_, because, campaign, person, change) => {
    const methods = methodsOf(campaign)

    expect(whyNoNudge(methods, visit(change), pia(person))).toBe(because)
    expect(decideNudge(methods, pia(person), visit(change), history())).toEqual({ nudge: false, because })
  })

  test('is ruled out by the visit alone, where that can be', () => {
    expect(whyNoNudge(methodsOf({ state: 'disabled' }), visit())).toBe('no_campaign')
    expect(whyNoNudge(methodsOf(), visit({ usedOneHere: true }))).toBe('has_passkey')
    expect(whyNoNudge(methodsOf({ includeTargets: [toSales] }), visit())).toBe(undefined)
  })

  test.each<[string, string, Partial<NudgeHistory>]>([
    ['has one that answers here', 'has_passkey', { keepers: ['windowsHello'] }],
    ['has added a method in this session', 'just_registered', { justRegistered: true }],
    ['put it off a moment ago', 'snoozed', { snoozes: 1, snoozedAt: ago(5) }],
    ['could not make one yesterday evening', 'failed_lately', { failedAt: ago(600) }],
  ])('is not done to somebody who %s', (_, because, change) => {
    expect(decideNudge(methodsOf(), pia(), visit(), history(change))).toEqual({ nudge: false, because })
  })

  test('is done again after as many days as the campaign says', () => {
    const methods = methodsOf({ snoozeDurationInDays: 3 })
    const ask = (count: number) =>
      decideNudge(methods, pia(), visit(), history({ snoozes: 2, snoozedAt: days(count) }))

    expect(ask(2.9)).toEqual({ nudge: false, because: 'snoozed' })
    expect(ask(3)).toEqual({ nudge: true, snoozesLeft: 1 })
  })

  test('is done at every sign-in if there are no days, but not after what came to nothing', () => {
    const methods = methodsOf({ snoozeDurationInDays: 0 })

    expect(decideNudge(methods, pia(), visit(), history({ snoozes: 1, snoozedAt: now }))).toEqual({
      nudge: true,
      snoozesLeft: 2,
    })
    expect(decideNudge(methods, pia(), visit(), history({ failedAt: now }))).toMatchObject({ nudge: false })
  })

  test('is done to whose turn has come, whomever the campaign names, unless they are left out', () => {
    const wave = visit({ inStartedWave: true })
    const nobody = methodsOf({ includeTargets: [] })
    const notPia = methodsOf({ excludeTargets: [{ id: sales, targetType: 'group' }] })

    expect(decideNudge(nobody, pia(), wave, history())).toMatchObject({ nudge: true })
    expect(whyNoNudge(nobody, visit(), pia())).toBe('not_in_scope')
    expect(whyNoNudge(notPia, wave, pia({ groupIds: new Set([sales]) }))).toBe('excluded')
  })

  test('can be put off three times, or for ever', () => {
    const often = history({ snoozes: 5, snoozedAt: days(2) })

    expect(decideNudge(methodsOf(), pia(), visit(), often)).toEqual({ nudge: true, snoozesLeft: 0 })
    expect(
      decideNudge(methodsOf({ enforceRegistrationAfterAllowedSnoozes: false }), pia(), visit(), often),
    ).toEqual({ nudge: true })
  })

  test('can be put off until the deadline, and is told of it before', () => {
    const snoozed = history({ snoozes: 1, snoozedAt: ago(60) })
    const ask = (deadline: string, held = history()) =>
      decideNudge(methodsOf({ latchkey_deadline: deadline }), pia(), visit(), held)

    expect(ask('2026-10-01T00:00:00Z')).toMatchObject({ snoozesLeft: 3, deadline: expect.any(Date) })
    expect(ask('2026-09-10T08:00:00Z', snoozed)).toMatchObject({ nudge: true, snoozesLeft: 0 })
    expect(ask('2026-09-01T00:00:00Z', { ...snoozed, failedAt: ago(60) })).toMatchObject({ nudge: false })
  })
})

describe('one passkey being enough', () => {
  const elsewhere = history({ keepers: ['applePasswords'] })

  test('is not so on another system, where any kind is welcome', () => {
    expect(decideNudge(methodsOf(), pia(), visit(), elsewhere)).toMatchObject({ nudge: true })
  })

  test.each<[string, Partial<PasskeyProfileDocument>]>([
    ['models are named', { keyRestrictions: { isEnforced: true, enforcementType: 'allow', aaGuids: ['x'] } }],
    ['the model has to be proven', { attestationEnforcement: 'registrationOnly' }],
  ])('is so everywhere if %s', (_, profile) => {
    expect(decideNudge(methodsOf({}, profile), pia(), visit(), elsewhere)).toEqual({
      nudge: false,
      because: 'has_passkey',
    })
    expect(decideNudge(methodsOf({}, profile), pia(), visit(), history())).toMatchObject({ nudge: true })
  })

  const places = [
    'windows edge',
    'windows chrome',
    'macOS safari',
    'macOS chrome',
    'iOS safari',
    'android chrome',
  ]

  test.each<[PasskeyKeeper, string[]]>([
    ['windowsHello', ['windows edge', 'windows chrome']],
    ['googlePasswordManager', ['windows chrome', 'macOS chrome', 'android chrome']],
    ['applePasswords', ['macOS safari', 'macOS chrome', 'iOS safari']],
    ['macBrowser', ['macOS safari', 'macOS chrome']],
    ['samsungPass', ['android chrome']],
    ['phone', ['iOS safari', 'android chrome']],
    ['computerBrowser', ['windows edge', 'windows chrome', 'macOS safari', 'macOS chrome']],
    ['everywhere', places],
  ])('is so for %s where it answers', (keeper, expected) => {
    const answering = places.filter((place) => {
      const [system, browser] = place.split(' ')
      const found = (['windows', 'macOS', 'iOS', 'android'] as const).find((each) => each === system)
      return found !== undefined && browser !== undefined && answersHere(keeper, { system: found, browser })
    })
    expect(answering).toEqual(expected)
  })
})
