import { describe, expect, test } from 'vitest'
import {
  findGraphPermission,
  graphPermissionNames,
  graphPermissions,
  isGraphPermission,
  needsAdministrator,
} from './graph-permissions.ts'

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

describe('the permissions of the API', () => {
  test('have ids of their own, in both forms', () => {
    const ids = Object.values(graphPermissions).flatMap((each) => [
      each.delegated.id,
      ...('application' in each ? [each.application.id] : []),
    ])
    expect(ids.every((id) => guid.test(id))).toBe(true)
    expect(new Set(ids).size).toBe(ids.length)
  })

  // From Graph's own reference: what scripts and consents carry.
  test.each([
    ['Policy.Read.All', '572fea84-0151-49b2-9301-11cb16974376', '246dd0d5-5bd0-4def-940b-0421030a5b68'],
    [
      'Policy.ReadWrite.AuthenticationMethod',
      '7e823077-d88e-468f-a337-e18f1f0e6c7c',
      '29c18626-4985-4dcd-85c0-193eef327366',
    ],
    ['User.Read', 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', undefined],
  ])('%s has the ids that Graph gave it', (name, delegated, application) => {
    const found = findGraphPermission(name)
    expect(found?.delegated.id).toBe(delegated)
    expect(found?.application?.id).toBe(application)
  })

  test('are an administrator’s to give, but for three', () => {
    const free = graphPermissionNames.filter((name) => !needsAdministrator(name))
    expect(free).toEqual(['Policy.Read.ConditionalAccess', 'User.Read', 'User.ReadBasic.All'])
  })

  test('of people themselves are not for apps', () => {
    const own = graphPermissionNames.filter((name) => /\.(Read|ReadWrite)$/.test(name))
    expect(own.filter((name) => findGraphPermission(name)?.application !== undefined)).toEqual([])
    expect(own.length).toBeGreaterThan(5)
  })

  test.each(['Mail.Read', 'toString', '__proto__', '', 'user.read'])('%j is none', (name) => {
    expect(isGraphPermission(name)).toBe(false)
    expect(findGraphPermission(name)).toBeUndefined()
    expect(needsAdministrator(name)).toBe(true)
  })
})
