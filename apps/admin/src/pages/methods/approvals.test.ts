import { describe, expect, test } from 'vitest'
import { isShown, modeOfAll, withMode, withShown } from './approvals.ts'

const all = { targetType: 'group', id: 'all_users' } as const
const group = { targetType: 'group', id: 'g' } as const

describe('how people approve', () => {
  test('is one way for all, or different ones', () => {
    const [push] = withMode([all], 'push')
    const [any] = withMode([group], 'any')
    if (push === undefined || any === undefined) throw new Error('nothing came back')

    expect(modeOfAll([push])).toBe('push')
    expect(modeOfAll([push, any])).toBeUndefined()
    expect(modeOfAll([])).toBeUndefined()
  })

  test('stays for groups that have a way, and is given to those that are new, or to all', () => {
    const kept = withMode([all], 'push')

    expect(withMode([...kept, group], 'any').map((target) => target.authenticationMode)).toEqual([
      'push',
      'any',
    ])
    expect(withMode([...kept, group], 'any', 'all').map((target) => target.authenticationMode)).toEqual([
      'any',
      'any',
    ])
  })
})

describe('what is shown of a sign-in', () => {
  test('is shown until it is switched off, and keeps for whom', () => {
    const settings = { displayAppInformationRequiredState: { state: 'default', includeTarget: group } }

    const off = withShown(settings, 'app', false)

    expect([isShown({}, 'app'), isShown(settings, 'app'), isShown(off, 'app')]).toEqual([true, true, false])
    expect(off).toEqual({ displayAppInformationRequiredState: { state: 'disabled', includeTarget: group } })
    expect(isShown(off, 'place')).toBe(true)
    expect(isShown(withShown(off, 'app', true), 'app')).toBe(true)
  })
})
