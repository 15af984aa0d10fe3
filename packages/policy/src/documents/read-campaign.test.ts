import { describe, expect, test } from 'vitest'
import { compileCampaign } from '../campaign/compile-campaign.ts'
import { defaultMethodsPolicy } from './default-methods-policy.ts'
import { applyPolicyPatch } from './methods-policy.ts'

const stamp = { at: '2026-03-01T09:00:00Z', newId: () => 'new' }
const change = (campaign: object) =>
  applyPolicyPatch(
    defaultMethodsPolicy,
    { registrationEnforcement: { authenticationMethodsRegistrationCampaign: campaign } },
    stamp,
  ).registrationEnforcement

describe('changing the campaign', () => {
  test('keeps what the change says nothing of, and takes a deadline', () => {
    const changed = change({ state: 'enabled', latchkey_deadline: '2026-09-01T02:00:00+02:00' })

    expect(changed.authenticationMethodsRegistrationCampaign).toEqual({
      state: 'enabled',
      snoozeDurationInDays: 1,
      enforceRegistrationAfterAllowedSnoozes: true,
      excludeTargets: [],
      includeTargets: [{ id: 'all_users', targetType: 'group', targetedAuthenticationMethod: 'fido2' }],
      latchkey_deadline: '2026-09-01T00:00:00.000Z',
    })
    expect(compileCampaign(changed).deadline).toEqual(new Date('2026-09-01T00:00:00Z'))
    expect(compileCampaign(change({ latchkey_deadline: null })).deadline).toBeUndefined()
  })

  test.each([
    [{ state: 'on' }, 'state'],
    [{ snoozeDurationInDays: 15 }, 'snoozeDurationInDays'],
    [{ snoozeDurationInDays: -1 }, 'snoozeDurationInDays'],
    [{ latchkey_deadline: 'tomorrow' }, 'latchkey_deadline'],
    [{ colour: 'blue' }, 'colour'],
    [
      { includeTargets: [{ id: 'all_users', targetType: 'group', targetedAuthenticationMethod: 'sms' }] },
      'includeTargets[0].targetedAuthenticationMethod',
    ],
    [{ excludeTargets: [{ id: 'sales', targetType: 'group' }] }, 'excludeTargets[0].id'],
  ])('refuses %o', (campaign, path) => {
    expect(() => change(campaign)).toThrow(
      expect.objectContaining({
        path: `registrationEnforcement.authenticationMethodsRegistrationCampaign.${path}`,
      }),
    )
  })
})

describe('a campaign that was kept as received, before it was read', () => {
  test('is none if it does not parse', () => {
    const kept = JSON.parse('{"authenticationMethodsRegistrationCampaign":{"state":"enabled","snooze":"x"}}')

    expect(compileCampaign(kept)).toMatchObject({ state: 'default', targets: [] })
  })
})
