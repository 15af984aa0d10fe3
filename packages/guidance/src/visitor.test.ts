import { describe, expect, test } from 'vitest'
import type { ClientHints } from './client-hints.ts'
import { readSystem } from './read-system.ts'
import { readVisitor, type Visitor } from './visitor.ts'

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
      { system: 'iOS', version: '17.4', form: 'ipad' },
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

const chrome = (where: string) =>
  `Mozilla/5.0 (${where}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36`
const mac =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.4 Safari/605.1.15'

describe('reading what a browser adds', () => {
  test.each<[string, string, ClientHints, Visitor]>([
    [
      'the true version of Android, and who made the phone',
      chrome('Linux; Android 10; K'),
      { platform: 'Android', platformVersion: '15.0.0', model: 'SM-S921B' },
      { system: 'android', version: '15.0.0', browser: 'chrome', maker: 'samsung' },
    ],
    [
      'Windows 10',
      chrome('Windows NT 10.0; Win64; x64'),
      { platform: 'Windows', platformVersion: '10.0.0' },
      { system: 'windows', version: '10', release: '10', browser: 'chrome' },
    ],
    [
      'the first Windows 11',
      chrome('Windows NT 10.0; Win64; x64'),
      { platform: 'Windows', platformVersion: '14.0.0' },
      { system: 'windows', version: '11', release: '11', browser: 'chrome' },
    ],
    [
      'Windows 11 22H2, or 23H2',
      chrome('Windows NT 10.0; Win64; x64'),
      { platform: 'Windows', platformVersion: '15.0.0' },
      { system: 'windows', version: '11', release: '11-22H2', browser: 'chrome' },
    ],
    [
      'Windows 11 24H2',
      chrome('Windows NT 10.0; Win64; x64'),
      { platform: 'Windows', platformVersion: '19.0.0' },
      { system: 'windows', version: '11', release: '11-24H2', browser: 'chrome' },
    ],
    [
      'a Windows before 10, which counts otherwise',
      chrome('Windows NT 6.1'),
      { platform: 'Windows', platformVersion: '0.1.0' },
      { system: 'windows', browser: 'chrome' },
    ],
    [
      'the true version of macOS',
      chrome('Macintosh; Intel Mac OS X 10_15_7'),
      { platform: 'macOS', platformVersion: '15.6.1' },
      { system: 'macOS', version: '15.6.1', browser: 'chrome' },
    ],
    [
      'a Chromebook',
      chrome('X11; CrOS x86_64 14541.0.0'),
      { platform: 'Chrome OS', platformVersion: '16433.0.0' },
      { system: 'linux', browser: 'chrome', form: 'chromebook' },
    ],
    [
      'a version that is none',
      chrome('Linux; Android 10; K'),
      { platform: 'Android', platformVersion: 'new' },
      { system: 'android', versionAtLeast: '10', browser: 'chrome' },
    ],
  ])('%s', (_, userAgent, hints, visitor) => {
    expect(readVisitor(userAgent, hints)).toEqual(visitor)
  })

  test('takes what feels fingers and says it is a Mac for an iPad, and no Mac for one', () => {
    const system = (touchPoints: number) => readVisitor(mac, {}, { touchPoints })

    expect(system(5)).toMatchObject({ system: 'iOS', form: 'ipad', versionAtLeast: '18' })
    expect(system(0)).toMatchObject({ system: 'macOS' })
    expect(readVisitor(mac)).toEqual({ system: 'macOS', browser: 'safari' })
  })
})
