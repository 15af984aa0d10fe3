import type { Outlook, OutlookThere, PasskeyFacts } from '@latchkey/policy'
import { describe, expect, test } from 'vitest'
import { judgeWavePerson, type SeenOn, type WavePersonFacts } from './judge-wave-person.ts'

const key = { aaguid: 'ee882879', attested: true, evidence: 'hardware', backupEligible: false } as const
const unproven = { ...key, attested: false, evidence: 'none' } as const
const hello = { ...unproven, aaguid: '08987058-cadc-4b81-b6e1-30de50dcbe96' }
const apple = { ...unproven, aaguid: 'fbfc3007-154e-4ecc-8c0b-6e020557d7bd', backupEligible: true }

const satisfied: Outlook = { standing: 'satisfied', byPass: false, policies: [] }
const failing = (...policies: readonly string[]): Outlook => ({
  standing: 'needsHelpDesk',
  byPass: false,
  policies,
})
type Platform = 'windows' | 'iOS' | 'macOS' | 'linux'
const at = (platform: Platform, outlook: Outlook, ...counting: readonly PasskeyFacts[]): OutlookThere => ({
  situation: {
    target: { kind: 'app', clientId: 'mail' },
    authenticationContexts: [],
    platform,
    ipAddress: '203.0.113.7',
    clientAppType: 'browser',
  },
  outlook,
  counting,
})
const seen = (change: Partial<SeenOn> = {}): SeenOn => ({
  asked: true,
  passed: false,
  tooOld: false,
  ...change,
})

const judge = (
  there: readonly OutlookThere[],
  change: Partial<Omit<WavePersonFacts, 'outlook'>> & { readonly anywhere?: Outlook } = {},
) => {
  const { anywhere = there[0]?.outlook ?? satisfied, ...facts } = change
  return judgeWavePerson({
    kind: 'enforcement',
    outlook: { userId: 'ann', there, anywhere: at('linux', anywhere) },
    passkeys: there.flatMap(({ counting }) => counting),
    seenOn: new Map(there.map(({ situation: { platform = 'other' } }) => [platform, seen()])),
    policyName: 'Passkeys required',
    deviceRules: new Set(['Managed only']),
    ...facts,
  })
}

describe('asking somebody for a passkey everywhere they sign in from', () => {
  test.each<[string, Platform, PasskeyFacts]>([
    ['a proven security key on any system', 'linux', key],
    ['Windows Hello on Windows', 'windows', hello],
    ['Apple Passwords on a Mac', 'macOS', apple],
  ])('works with %s', (_, platform, passkey) => {
    expect(judge([at(platform, satisfied, passkey)])).toMatchObject({ outcome: 'passes', because: [] })
  })

  test.each<[string, PasskeyFacts]>([
    ['Apple Passwords', apple],
    ['a model that nobody knows', unproven],
  ])('on Windows does not work with %s that was never used there', (_, passkey) => {
    expect(judge([at('windows', satisfied, passkey)])).toMatchObject({
      outcome: 'fails',
      because: ['otherPlatform'],
      platforms: [{ platform: 'windows', outcome: 'fails', because: ['otherPlatform'] }],
    })
  })

  test('works with whatever did pass there', () => {
    const seenOn = new Map([['windows', seen({ passed: true })]])

    expect(judge([at('windows', satisfied, apple)], { seenOn }).outcome).toBe('passes')
  })

  test('asks nothing of a system that the policy is not about', () => {
    const seenOn = new Map([['windows', seen({ asked: false })]])

    expect(judge([at('windows', satisfied)], { seenOn, passkeys: [apple] }).outcome).toBe('passes')
  })

  test('one system on which it does not work is enough to fail', () => {
    const judged = judge([at('iOS', satisfied, apple), at('windows', satisfied, apple)])

    expect(judged).toMatchObject({
      outcome: 'fails',
      platforms: [
        { platform: 'iOS', outcome: 'passes' },
        { platform: 'windows', outcome: 'fails' },
      ],
    })
  })

  test.each<[string, Outlook, readonly PasskeyFacts[], string]>([
    ['they have none', failing('Passkeys required'), [], 'noPasskey'],
    ['theirs are copied', failing('Passkeys required'), [apple], 'syncedOnly'],
    ['theirs are not accepted', failing('Passkeys required'), [unproven, apple], 'notAccepted'],
    ['their device is not managed', failing('Managed only', 'Passkeys required'), [key], 'noDevice'],
    ['another rule is in the way', failing('Only in the office'), [key], 'otherPolicy'],
  ])('fails as %s', (_, outlook, passkeys, because) => {
    expect(judge([at('windows', outlook)], { passkeys }).because).toEqual([because])
  })

  test('names the other policies in the way', () => {
    const judged = judge([at('windows', failing('Only in the office', 'Passkeys required'))], {
      passkeys: [],
    })

    expect(judged.policies).toEqual(['Only in the office'])
  })

  test('says nothing of whoever was seen nowhere, but what they lack', () => {
    expect(judge([], { anywhere: failing('Passkeys required') })).toEqual({
      outcome: 'notSeen',
      because: ['noPasskey'],
      platforms: [],
      policies: [],
    })
    expect(judge([])).toMatchObject({ outcome: 'notSeen', because: [] })
  })
})

describe('inviting somebody to make a passkey', () => {
  const canEnrol: Outlook = { standing: 'canEnrol', through: 'passkey', byPass: false, policies: [] }
  const invite = (there: readonly OutlookThere[], change: Partial<Omit<WavePersonFacts, 'outlook'>> = {}) =>
    judge(there, { kind: 'registration', ...change })

  test('works in one place', () => {
    expect(invite([at('windows', failing()), at('iOS', canEnrol)]).outcome).toBe('passes')
  })

  test.each<[string, Outlook, SeenOn, string]>([
    ['they need a pass first', failing(), seen(), 'needsPass'],
    ['nothing would let them', { ...failing(), standing: 'blocked' }, seen(), 'blocked'],
    ['their device is too old', canEnrol, seen({ tooOld: true }), 'tooOld'],
  ])('does not as %s', (_, outlook, there, because) => {
    const judged = invite([at('iOS', outlook)], { seenOn: new Map([['iOS', there]]) })

    expect(judged).toMatchObject({ outcome: 'fails', because: [because] })
  })

  test('works for whoever has one, however old the device', () => {
    const seenOn = new Map([['iOS', seen({ tooOld: true })]])

    expect(invite([at('iOS', satisfied, apple)], { seenOn }).outcome).toBe('passes')
  })
})
