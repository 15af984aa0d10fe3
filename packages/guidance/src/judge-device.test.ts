import { knownVersions } from '@latchkey/policy'
import { describe, expect, test } from 'vitest'
import { judgeDevice, phoneNeeds } from './judge-device.ts'
import type { Visitor } from './visitor.ts'

describe('judging a device before somebody tries', () => {
  test.each<[Visitor, string]>([
    [{ system: 'iOS', version: '16.0' }, 'fine'],
    [{ system: 'iOS', version: '17.4.1' }, 'fine'],
    [{ system: 'android', version: '9' }, 'fine'],
    [{ system: 'iOS' }, 'unknown'],
    [{ system: 'windows' }, 'unknown'],
    [{ system: 'linux', version: '6.1' }, 'unknown'],
    [{}, 'unknown'],
  ])('%o is %s', (visitor, kind) => {
    expect(judgeDevice(visitor, knownVersions)).toEqual({ kind })
  })

  test('one that is too old says what it needs', () => {
    expect(judgeDevice({ system: 'iOS', version: '15.8.2' }, knownVersions)).toEqual({
      kind: 'tooOld',
      system: 'iOS',
      version: '15.8.2',
      least: '16',
    })
  })

  test('of several that keep passkeys, the one that wants least decides', () => {
    expect(judgeDevice({ system: 'android', version: '13' }, knownVersions)).toEqual({ kind: 'fine' })
    expect(judgeDevice({ system: 'android', version: '8.1' }, knownVersions)).toMatchObject({ least: '9' })
  })

  test('the organisation may want more', () => {
    const versions = { ...knownVersions, icloudKeychain: { iOS: '17' } }
    expect(judgeDevice({ system: 'iOS', version: '16.7' }, versions)).toMatchObject({
      kind: 'tooOld',
      least: '17',
    })
  })
})

describe('what a phone needs', () => {
  test('is what is known, or what the organisation says', () => {
    expect(phoneNeeds(knownVersions)).toEqual({ iOS: '17', android: '14' })
    expect(phoneNeeds({ authenticator: { iOS: '18' } })).toEqual({ iOS: '18', android: '14' })
  })
})
