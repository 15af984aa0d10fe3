import type { StepName } from '@latchkey/identity'
import type { Registration } from '@latchkey/identity/administer'
import { describe, expect, test } from 'vitest'
import { countStages, noWave, toCohorts } from './cohorts.ts'
import { countDays } from './count-days.ts'
import { type PeopleFacts, type RolloutPerson, toRolloutPeople } from './rollout-person.ts'
import { type LeftReason, whyLeft } from './why-left.ts'

const day = 86_400_000
const start = new Date('2026-03-02T09:00:00Z')
const later = (days: number) => new Date(start.getTime() + days * day)

const oldPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 15_8 like Mac OS X) AppleWebKit/605.1.15 Version/15.6 Safari/604.1'
const newPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 Version/17.4 Safari/604.1'

const aRegistration = (userId: string, change: Partial<Registration> = {}): Registration => ({
  userId,
  roles: [],
  groupIds: [],
  passkeys: [],
  password: false,
  totp: { registered: false, usable: false },
  pass: false,
  systemPreferred: false,
  ...change,
})
const passkeys = [{ aaguid: 'blue', backupEligible: true, usable: true }]

/** People, from what is different about them. */
function people(facts: Partial<PeopleFacts>): readonly RolloutPerson[] {
  return toRolloutPeople({
    registrations: [],
    reached: [],
    lastFailures: [],
    devices: [],
    seen: [],
    models: [],
    waves: [],
    minimumVersions: { icloudKeychain: { iOS: '16' } },
    ...facts,
  })
}

const reached = (userId: string, ...steps: readonly StepName[]) =>
  steps.map((step, at) => ({ userId, step, firstAt: later(at), lastAt: later(at) }))

describe('how far people have come', () => {
  test('is the furthest of their steps; whoever is there was at all before it', () => {
    const some = people({
      registrations: ['ann', 'ben', 'cleo', 'dan', 'eve'].map((name) => aRegistration(name)),
      reached: [
        ...reached('ben', 'mailSent'),
        ...reached('cleo', 'offered', 'snoozed'),
        ...reached('dan', 'failed'),
        // She came by herself, without an invitation.
        ...reached('eve', 'created', 'firstUsed'),
      ],
    })

    expect(countStages(some)).toEqual({ capable: 5, invited: 4, opened: 3, started: 2, created: 1, used: 1 })
  })

  test('counts nobody who may not have a passkey, whatever they did', () => {
    const some = people({
      registrations: [aRegistration('ann', { whyNone: 'self_service_off', passkeys })],
      reached: reached('ann', 'created', 'firstUsed'),
    })

    expect(countStages(some).capable).toBe(0)
    expect(some[0]?.left).toBeUndefined()
  })

  test('is parted by wave, group, device and model; who is in no wave stands apart', () => {
    const wave = {
      tenantId: 't',
      waveId: 'w1',
      kind: 'registration',
      name: 'First',
      groupIds: ['sales'],
      startsAt: start,
      endsAt: later(9),
      state: 'started',
      createdAt: start,
      createdBy: 'x',
      version: 1,
    } as const
    const some = people({
      registrations: [
        aRegistration('ann', { groupIds: ['sales', 'north'], passkeys }),
        aRegistration('ben', { groupIds: ['north'] }),
      ],
      reached: [...reached('ann', 'created'), ...reached('ben', 'failed')],
      devices: [{ userId: 'ann', device: 'samsung' }],
      seen: [{ userId: 'ben', userAgent: newPhone, lastAt: start }],
      models: [{ userId: 'ann', aaguid: 'blue' }],
      waves: [wave],
    })

    const cohorts = toCohorts(some)
    expect(cohorts.map(({ by, key, people: count }) => [by, key, count])).toEqual([
      ['wave', noWave, 1],
      ['wave', 'w1', 1],
      ['group', 'north', 2],
      ['group', 'sales', 1],
      ['device', 'iphone', 1],
      ['device', 'samsung', 1],
      ['model', 'blue', 1],
    ])
    expect(cohorts.find(({ key }) => key === 'north')).toMatchObject({ left: 1, failed: 1 })
  })
})

describe('why somebody is left', () => {
  const at = (step: StepName, days: number) => [step, later(days)] as const

  test.each<[LeftReason, readonly (readonly [StepName, Date])[], 'fine' | 'tooOld' | 'unknown' | 'none']>([
    ['lost', [at('failed', 2), at('created', 1)], 'tooOld'],
    ['tooOld', [at('failed', 2)], 'tooOld'],
    ['failed', [at('snoozed', 1), at('failed', 2), at('started', 3)], 'fine'],
    ['snoozed', [at('failed', 1), at('snoozed', 2)], 'fine'],
    ['started', [at('mailOpened', 1), at('promptShown', 2)], 'fine'],
    ['opened', [at('mailSent', 0), at('guideOpened', 1)], 'none'],
    ['noDevice', [at('mailSent', 1)], 'none'],
    ['neverOpened', [at('mailSent', 1)], 'unknown'],
    ['notInvited', [], 'fine'],
  ])('is %s', (reason, steps, device) => {
    expect(whyLeft({ lastAt: new Map(steps), device })).toBe(reason)
  })

  test('is too old only if everything is that they were seen with', () => {
    const seen = (userId: string, ...userAgents: readonly string[]) =>
      userAgents.map((userAgent) => ({ userId, userAgent, lastAt: start }))

    const [ann, ben] = people({
      registrations: [aRegistration('ann'), aRegistration('ben')],
      seen: [...seen('ann', oldPhone), ...seen('ben', oldPhone, newPhone)],
    })

    expect(ann?.left?.reason).toBe('tooOld')
    expect(ben?.left?.reason).toBe('notInvited')
  })

  test('says with which failure, if that is the reason', () => {
    const lastFailures = ['ann', 'ben'].map((userId) => ({ userId, at: start, code: 'browser_cancelled' }))
    const [ann, ben] = people({
      registrations: [aRegistration('ann'), aRegistration('ben')],
      reached: [...reached('ann', 'failed'), ...reached('ben', 'failed', 'snoozed')],
      lastFailures,
      seen: [{ userId: 'ann', userAgent: newPhone, lastAt: start }],
    })

    expect(ann?.left).toEqual({ reason: 'failed', failure: lastFailures[0] })
    expect(ben?.left).toEqual({ reason: 'snoozed' })
  })
})

describe('what a day brought', () => {
  test('is there for every day from the first on, also where nothing happened', () => {
    const some = people({
      registrations: [aRegistration('ann', { passkeys })],
      reached: [{ userId: 'ann', step: 'created', firstAt: start, lastAt: later(2) }],
    })

    const days = countDays({
      people: some,
      troubles: [
        { userId: 'ann', at: later(1) },
        { userId: 'switched off', at: later(1) },
      ],
      announcements: [{ at: later(2), people: 7 }],
      at: later(3),
    })

    const none = { created: 0, firstUsed: 0, failed: 0, announced: 0 }
    expect(days).toEqual([
      { ...none, day: '2026-03-02', created: 1 },
      { ...none, day: '2026-03-03', failed: 1 },
      { ...none, day: '2026-03-04', announced: 7 },
      { ...none, day: '2026-03-05' },
    ])
  })
})
