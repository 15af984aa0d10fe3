import { describe, expect, test } from 'vitest'
import { readSystem } from './read-system.ts'
import { readVisitor } from './visitor.ts'

const iPhone = (version: string) =>
  `Mozilla/5.0 (iPhone; CPU iPhone OS ${version} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1`

describe('reading the system', () => {
  test.each([
    ['Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/131.0 Mobile', 'android'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15', 'iOS'],
    ['Mozilla/5.0 (iPad; CPU OS 17_4 like Mac OS X) AppleWebKit/605.1.15', 'iOS'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Edg/131.0', 'windows'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15', 'macOS'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0', 'linux'],
    ['Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36', 'linux'],
  ])('%s is %s', (userAgent, system) => {
    expect(readSystem(userAgent)).toBe(system)
  })

  test('an unknown system is none of them', () => {
    expect(readSystem('curl/8.5.0')).toBeUndefined()
    expect(readSystem('')).toBeUndefined()
  })
})

describe('reading the version', () => {
  test.each([
    ['an iPhone', iPhone('15_8_2'), { system: 'iOS', version: '15.8.2', browser: 'safari' }],
    [
      'an iPad',
      'Mozilla/5.0 (iPad; CPU OS 17_4 like Mac OS X) Safari/604.1',
      { system: 'iOS', version: '17.4' },
    ],
    [
      'an iPhone that says 18, as all do from there on',
      iPhone('18_6'),
      { system: 'iOS', versionAtLeast: '18', browser: 'safari' },
    ],
    [
      'an old Android',
      'Mozilla/5.0 (Linux; Android 8.1.0; Nexus 5)',
      { system: 'android', version: '8.1.0' },
    ],
    [
      'an Android that tells',
      'Mozilla/5.0 (Android 14; Mobile; rv:132.0)',
      { system: 'android', version: '14' },
    ],
    [
      'an Android that does not',
      'Mozilla/5.0 (Linux; Android 10; K) Chrome/131.0',
      { system: 'android', versionAtLeast: '10', browser: 'chrome' },
    ],
    [
      'a phone of Samsung’s',
      'Mozilla/5.0 (Linux; Android 13; SM-S911B) SamsungBrowser/23.0 Chrome/115.0',
      { system: 'android', version: '13', browser: 'samsungInternet', maker: 'samsung' },
    ],
    ['Windows, which never moves', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)', { system: 'windows' }],
    ['a Mac, which never moves', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', { system: 'macOS' }],
    ['nothing', '', {}],
  ])('of %s', (_, userAgent, visitor) => {
    expect(readVisitor(userAgent)).toEqual(visitor)
  })
})
