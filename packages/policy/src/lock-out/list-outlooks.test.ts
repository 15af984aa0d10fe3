import { describe, expect, test } from 'vitest'
import { administratorRoles } from '../administrator-roles.ts'
import {
  alice,
  mailApp,
  now,
  policy,
  rulesOf,
  strengthInstead,
} from '../conditional-access/access.fixture.ts'
import { knownApps } from '../conditional-access/known-apps.ts'
import { phishingResistantStrengthId } from '../strengths/built-in-strengths.ts'
import { listOutlooks } from './list-outlooks.ts'
import type { Holdings, PersonStanding, Situation } from './person-standing.ts'

const key = {
  aaguid: 'ee882879-721c-4913-9775-3dfcce97072a',
  attested: true,
  evidence: 'hardware',
  backupEligible: false,
} as const
const copied = { ...key, attested: false, evidence: 'none', backupEligible: true } as const
const atHome: Situation = {
  target: { kind: 'app', clientId: mailApp },
  authenticationContexts: [],
  platform: 'windows',
  ipAddress: '203.0.113.7',
  clientAppType: 'browser',
}
const somebody = (holdings: Partial<Holdings>, change: Partial<PersonStanding> = {}): PersonStanding => ({
  person: alice,
  holdings: { passkeys: [], password: false, totp: false, ...holdings },
  situations: [atHome],
  ...change,
})
const ask = (policies: readonly object[], person: PersonStanding) => {
  const rules = rulesOf(policies.map((each, at) => policy(at + 1, each)))
  const [found] = listOutlooks({ rules, people: [person], now, passwordMayAddFirstPasskey: false })
  return found
}
const resistant = strengthInstead(phishingResistantStrengthId)
const block = { grantControls: { builtInControls: ['block'] } }

describe('saying how people would fare', () => {
  test('tells each place they were in, and which passkeys are enough there', () => {
    const found = ask([resistant], somebody({ passkeys: [key, copied], password: true }))

    expect(found?.there).toMatchObject([{ situation: atHome, outlook: { standing: 'satisfied' } }])
    expect(found?.there[0]?.counting).toEqual([key, copied])
  })

  test('names the policy in the way of whoever has none', () => {
    const found = ask([resistant], somebody({ password: true }))

    expect(found?.there[0]).toMatchObject({
      outlook: { standing: 'needsHelpDesk', policies: ['Policy 1'] },
      counting: [],
    })
  })

  test('goes by who they will be', () => {
    const users = { includeUsers: [], includeGroups: ['55555555-0000-4000-8000-000000000000'] }
    const some = { ...resistant, conditions: { users } }
    const personAfter = { ...alice, groupIds: new Set(users.includeGroups) }

    expect(ask([some], somebody({ password: true }))?.there[0]?.outlook.standing).toBe('satisfied')
    expect(ask([some], somebody({ password: true }, { personAfter }))?.there[0]?.outlook.standing).toBe(
      'needsHelpDesk',
    )
  })

  test('an administrator has to reach the admin centre, too', () => {
    const centre = {
      ...block,
      conditions: { applications: { includeApplications: [knownApps.adminCentre] } },
    }
    const person = { ...alice, roleIds: new Set<string>([administratorRoles.globalAdministrator]) }

    expect(ask([centre], somebody({ passkeys: [key] }))?.anywhere.outlook.standing).toBe('satisfied')
    expect(ask([centre], somebody({ passkeys: [key] }, { person }))?.anywhere.outlook.standing).toBe(
      'blocked',
    )
  })
})
