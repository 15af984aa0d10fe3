import { defaultTenantSettings } from '@latchkey/identity'
import { describe, expect, test } from 'vitest'
import { type ClaimsSource, mostGroupsInToken, toClaims } from './claims.ts'

const at = new Date(0)
const source: ClaimsSource = {
  tenant: {
    tenantId: 't',
    displayName: 'T',
    settings: defaultTenantSettings,
    demo: false,
    createdAt: at,
    rulesVersion: 0,
  },
  person: {
    tenantId: 't',
    userId: 'u',
    userName: 'maria@juniper.example',
    displayName: 'Maria',
    enabled: true,
    breakGlass: false,
    userHandle: new Uint8Array(49),
    securityStamp: '',
    createdAt: at,
  },
  access: { allowed: true, roles: [], groups: [] },
  use: 'id_token',
}

const inGroups = (count: number, use = 'id_token') => {
  const groups = Array.from({ length: count }, (_, at) => `g${at}`)
  return toClaims({ ...source, use, access: { allowed: true, roles: [], groups } })
}

describe('claims', () => {
  test('have the groups, up to what a token can carry', () => {
    expect(inGroups(mostGroupsInToken)['groups']).toHaveLength(mostGroupsInToken)
    expect(inGroups(mostGroupsInToken)).not.toHaveProperty('hasgroups')
  })

  test('say that there are more than a token can carry; userinfo has them', () => {
    expect(inGroups(mostGroupsInToken + 1)).toMatchObject({ hasgroups: true })
    expect(inGroups(mostGroupsInToken + 1)).not.toHaveProperty('groups')
    expect(inGroups(mostGroupsInToken + 1, 'userinfo')['groups']).toHaveLength(mostGroupsInToken + 1)
  })

  test('leave out what there is nothing to say about', () => {
    for (const name of ['roles', 'groups', 'hasgroups']) expect(toClaims(source)).not.toHaveProperty(name)
  })
})
