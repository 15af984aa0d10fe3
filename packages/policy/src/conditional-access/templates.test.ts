import { describe, expect, test } from 'vitest'
import { administratorRoles } from '../administrator-roles.ts'
import { readConditionalAccess } from '../documents/read-conditional-access.ts'
import { alice, guidOf, proven, rulesOf, signIn } from './access.fixture.ts'
import { decideAccess } from './decide-access.ts'
import { type AccessTemplate, accessTemplates } from './templates.ts'

const toPolicy = (template: AccessTemplate, at: number) =>
  readConditionalAccess(
    { displayName: template.name, state: 'enabled', templateId: template.id, ...template.details },
    { id: guidOf(at + 1), createdDateTime: '2026-03-01T09:00:00Z', modifiedDateTime: null },
  )

describe('beginning with a template', () => {
  test.each(accessTemplates)('“$name” can be enabled as it is', (template) => {
    expect(toPolicy(template, 1)).toMatchObject({ state: 'enabled', templateId: template.id })
  })

  test('the first asks every administrator for a passkey, and nobody else', () => {
    const rules = rulesOf(accessTemplates.slice(0, 1).map(toPolicy))
    const context = signIn({ proofs: [proven.pass()] })
    for (const roleId of Object.values(administratorRoles)) {
      const decision = decideAccess(rules, { ...alice, roleIds: new Set([roleId]) }, context)
      expect(decision.needs.strengths.map(({ name }) => name)).toEqual(['phishingResistant'])
    }
    expect(decideAccess(rules, alice, context).outcome).toBe('allowed')
  })

  test('all of them together let somebody with a passkey in, and somebody with a pass make one', () => {
    const rules = rulesOf(accessTemplates.map(toPolicy))
    const person = { ...alice, roleIds: new Set([administratorRoles.globalAdministrator]) }
    const register = { kind: 'action', action: 'urn:user:registersecurityinfo' } as const

    const on = { platform: 'macOS' } as const
    expect(decideAccess(rules, person, signIn({ ...on, proofs: [proven.passkey()] })).outcome).toBe('allowed')
    const byPass = { ...on, proofs: [proven.pass()] }
    expect(decideAccess(rules, person, signIn(byPass)).outcome).toBe('needs')
    expect(decideAccess(rules, person, signIn({ ...byPass, target: register })).outcome).toBe('allowed')
  })
})
