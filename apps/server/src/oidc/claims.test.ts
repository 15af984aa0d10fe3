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
  scope: 'openid',
  named: new Set(),
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

  test('say what a scope does not bring only to an app that is registered for it', () => {
    const person = { ...source.person, mail: 'm@home.example', givenName: 'Maria' }
    const named = new Set(['email', 'upn'])

    expect(toClaims({ ...source, person })).not.toHaveProperty('email')
    expect(toClaims({ ...source, person, scope: 'openid profile' })).toMatchObject({ given_name: 'Maria' })
    expect(toClaims({ ...source, person, scope: 'openid profile email' })).not.toHaveProperty('upn')
    expect(toClaims({ ...source, person, named })).toMatchObject({
      email: 'm@home.example',
      upn: 'maria@juniper.example',
    })
    expect(toClaims({ ...source, person, named })).not.toHaveProperty('given_name')
  })

  test('leave out what there is nothing to say about', () => {
    for (const name of ['roles', 'groups', 'hasgroups']) expect(toClaims(source)).not.toHaveProperty(name)
  })
})
