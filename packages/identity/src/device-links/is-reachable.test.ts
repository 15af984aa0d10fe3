import { describe, expect, test } from 'vitest'
import { isReachable, type MadeOn } from './is-reachable.ts'

describe('telling whether a passkey can be asked for', () => {
  const cases: readonly (readonly [string, MadeOn | undefined, boolean])[] = [
    ['no device of ours made', undefined, true],
    ['an extension made', { surface: 'extension', linked: false }, true],
    ['an agent made', { surface: 'agent', linked: false }, true],
    ['a phone app made that a browser is linked to', { surface: 'phoneApp', linked: true }, true],
    ['a phone app made that no browser is linked to', { surface: 'phoneApp', linked: false }, false],
  ]

  test.each(cases)('one that %s', (_, device, reachable) => {
    expect(isReachable({ ...(device !== undefined && { device }) })).toBe(reachable)
  })
})
