import { describe, expect, test } from 'vitest'
import { defaultMethodsPolicy } from '../documents/default-methods-policy.ts'
import { applyConfigurationPatch } from '../documents/methods-policy.ts'
import type { PersonFacts } from '../person-facts.ts'
import { compileMethods } from './compile-methods.ts'
import { decideShownContext, offersPasswordlessPush } from './decide-approval.ts'
import { mayUseMethod } from './decide-method.ts'

const group = '6f1d2c0b-0000-4000-8000-000000000001'
const person = (change: Partial<PersonFacts> = {}): PersonFacts => ({
  userId: '0190c0de-0000-7000-8000-000000000001',
  groupIds: new Set(),
  roleIds: new Set(),
  guest: false,
  breakGlass: false,
  ...change,
})
const administrator = person({ roleIds: new Set(['62e90394-69f5-4237-9190-012177145e10']) })

function policy(change: object) {
  const body = {
    '@odata.type': '#microsoft.graph.microsoftAuthenticatorAuthenticationMethodConfiguration',
    state: 'enabled',
    ...change,
  }
  const stamp = { at: '2026-01-05T09:00:00Z', newId: () => '' }
  return compileMethods(applyConfigurationPatch(defaultMethodsPolicy, 'MicrosoftAuthenticator', body, stamp))
}

const to = (id: string, authenticationMode: string) => ({ targetType: 'group', id, authenticationMode })
const inMode = (authenticationMode: string) => policy({ includeTargets: [to(group, authenticationMode)] })
const because = (decision: ReturnType<typeof mayUseMethod>) => decision.allow || decision.because

describe('letting somebody approve on a device', () => {
  test('is off until the organisation says so', () => {
    const methods = compileMethods(defaultMethodsPolicy)

    expect(because(mayUseMethod(methods, person(), 'push'))).toBe('method_disabled')
    expect(because(mayUseMethod(methods, person(), 'passwordlessPush'))).toBe('method_disabled')
    expect(methods.asksRoles).toBe(false)
  })

  test.each([
    ['any', true, true],
    ['push', true, 'not_in_scope'],
    ['deviceBasedPush', 'not_in_scope', true],
  ])('is for what the mode says: %s', (mode, after, alone) => {
    const methods = policy({ includeTargets: [to('all_users', mode)] })

    expect(because(mayUseMethod(methods, person(), 'push'))).toBe(after)
    expect(because(mayUseMethod(methods, person(), 'passwordlessPush'))).toBe(alone)
  })

  test('takes the widest of the targets that somebody is among', () => {
    const methods = policy({ includeTargets: [to('all_users', 'push'), to(group, 'any')] })

    expect(because(mayUseMethod(methods, person(), 'passwordlessPush'))).toBe('not_in_scope')
    const member = person({ groupIds: new Set([group]) })
    expect(because(mayUseMethod(methods, member, 'passwordlessPush'))).toBe(true)
  })

  test('lets no administrator in by an approval alone, unless the organisation says so', () => {
    const methods = policy({})
    expect(methods.asksRoles).toBe(true)
    expect(because(mayUseMethod(methods, administrator, 'passwordlessPush'))).toBe('administrator')
    expect(because(mayUseMethod(methods, administrator, 'push'))).toBe(true)

    const knowingly = policy({ latchkey_administratorsPasswordless: true })
    expect(because(mayUseMethod(knowingly, administrator, 'passwordlessPush'))).toBe(true)
    expect(knowingly.asksRoles).toBe(false)
  })

  test('is not for accounts for emergencies', () => {
    const emergency = person({ breakGlass: true })
    expect(because(mayUseMethod(policy({}), emergency, 'push'))).toBe('break_glass')
  })
})

describe('showing what is approved', () => {
  const feature = (state: string, change: object = {}) => ({
    state,
    includeTarget: { targetType: 'group', id: 'all_users' },
    excludeTarget: { targetType: 'group', id: '00000000-0000-0000-0000-000000000000' },
    ...change,
  })

  test('shows app and place unless they are switched off', () => {
    expect(decideShownContext(policy({}), person())).toEqual({ app: true, place: true })
    const featureSettings = {
      displayAppInformationRequiredState: feature('default'),
      displayLocationInformationRequiredState: feature('disabled'),
    }
    expect(decideShownContext(policy({ featureSettings }), person())).toEqual({ app: true, place: false })
  })

  test('asks for groups where a feature is for a group', () => {
    const only = feature('enabled', { includeTarget: { targetType: 'group', id: group } })
    const methods = policy({ featureSettings: { displayAppInformationRequiredState: only } })

    expect(methods.asksGroups).toBe(true)
    expect(decideShownContext(methods, person()).app).toBe(false)
    expect(decideShownContext(methods, person({ groupIds: new Set([group]) })).app).toBe(true)
  })
})

describe('whether an approval alone lets anybody in', () => {
  test.each([
    ['any', true],
    ['deviceBasedPush', true],
    ['push', false],
  ] as const)('in the mode %s: %s', (mode, answer) => {
    expect(offersPasswordlessPush(inMode(mode))).toBe(answer)
  })

  test('not where nothing is approved on a device', () => {
    expect(offersPasswordlessPush(compileMethods(defaultMethodsPolicy))).toBe(false)
  })
})
