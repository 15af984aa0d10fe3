import { administratorRoleNames } from '@latchkey/policy'
import { describe, expect, test } from 'vitest'
import { type AdminAction, mayAdminister } from './may-administer.ts'

const roles = administratorRoleNames

const changes: readonly AdminAction[] = [
  'issuePass',
  'removePass',
  'removeMethod',
  'revokeSessions',
  'switchAccount',
]

describe('what an administrator may do', () => {
  test.each(changes)('%s is nobody’s right over themselves', (action) => {
    const actor = { userId: 'one', roles }

    expect(mayAdminister(actor, action, { userId: 'one', roles })).toBe(false)
    expect(mayAdminister(actor, action, { userId: 'two', roles: [] })).toBe(true)
  })

  test.each(changes)(
    '%s over an administrator is for those alone who are trusted with every account',
    (action) => {
      for (const role of roles) {
        const may = mayAdminister({ userId: 'one', roles: [role] }, action, {
          userId: 'two',
          roles: ['reportsReader'],
        })

        expect(may).toBe(role === 'globalAdministrator' || role === 'privilegedAuthenticationAdministrator')
      }
    },
  )

  test.each(changes)('%s is not for readers, nor for people without a role', (action) => {
    expect(
      mayAdminister({ userId: 'one', roles: ['globalReader'] }, action, { userId: 'two', roles: [] }),
    ).toBe(false)
    expect(mayAdminister({ userId: 'one', roles: [] }, action, { userId: 'two', roles: [] })).toBe(false)
  })
})
