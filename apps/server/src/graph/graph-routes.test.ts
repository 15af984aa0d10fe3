import { isGraphPermission } from '@latchkey/policy'
import { expect, test } from 'vitest'
import { graphRoutes } from './graph-routes.ts'

test.each(graphRoutes.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s asks for permissions that there are',
  (_, { permissions }) => {
    const named = [...permissions.delegated, ...permissions.application]

    expect(named).not.toEqual([])
    expect(named.filter((name) => !isGraphPermission(name))).toEqual([])
  },
)

test('no path gives an app what only a person can be', () => {
  const own = graphRoutes.filter(({ path }) => path === '/me' || path.startsWith('/me/'))

  expect(own.flatMap(({ permissions }) => permissions.application)).toEqual([])
})

test('every path says what a person must administer, but for what is everybody’s or one’s own', () => {
  const open = graphRoutes
    .filter(({ act }) => act === undefined)
    .map(({ path }) => path)
    .filter((path) => !path.startsWith('/me/authentication/'))

  expect([...new Set(open)]).toEqual(['/organization', '/organization/{organization}'])
})
