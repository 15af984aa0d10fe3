import { findGraphPermission } from '@latchkey/policy'
import { describe, expect, test } from 'vitest'
import { graphRoutes } from './graph-routes.ts'

describe('the routes of the API', () => {
  const cases = graphRoutes.map((route) => [`${route.method} ${route.path}`, route] as const)

  test.each(cases)('%s asks for permissions that are there', (_, { permissions }) => {
    const { delegated, application } = permissions
    expect(delegated.filter((name) => findGraphPermission(name) === undefined)).toEqual([])
    expect(application.filter((name) => findGraphPermission(name)?.application === undefined)).toEqual([])
  })
})
