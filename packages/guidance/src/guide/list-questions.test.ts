import { describe, expect, test } from 'vitest'
import type { Visitor } from '../visitor.ts'
import type { GuideAsk } from './guide-plan.ts'
import { walkPolicies } from './guide-walk.fixture.ts'
import { planGuide } from './plan-guide.ts'

const asked = (visitor: Visitor, more: Partial<GuideAsk> = {}) =>
  planGuide({ visitor, policy: walkPolicies.everything, account: 'existing', ...more }).questions

describe('the questions people ask', () => {
  test.each<[string, Visitor, Partial<GuideAsk>, string[], string[]]>([
    [
      'an iPhone',
      { system: 'iOS' },
      { way: 'appleKeychain' },
      ['faceTwice', 'ownPhone'],
      ['samsungAsks', 'helloAsks', 'workProfile', 'devicesApart'],
    ],
    [
      'a Galaxy with the app',
      { system: 'android', maker: 'samsung' },
      { way: 'app-contoso' },
      ['samsungAsks', 'notInstalled', 'workProfile'],
      ['faceTwice', 'helloAsks', 'keyPin'],
    ],
    [
      'Windows and a phone',
      { system: 'windows' },
      { way: 'phone', phone: 'iphone' },
      ['helloAsks', 'devicesApart', 'faceTwice'],
      ['keyPin', 'workProfile', 'notInstalled'],
    ],
    [
      'Windows by itself',
      { system: 'windows' },
      { way: 'windowsHello' },
      ['needPassword'],
      ['helloAsks', 'devicesApart', 'ownPhone'],
    ],
    [
      'a security key on a phone',
      { system: 'android' },
      { way: 'securityKey' },
      ['keyPin', 'keyNotRead'],
      ['notInstalled', 'devicesApart'],
    ],
    [
      'a security key on a computer',
      { system: 'linux' },
      { way: 'securityKey' },
      ['keyPin'],
      ['keyNotRead', 'faceTwice'],
    ],
    [
      'our extension',
      { system: 'linux', browser: 'chrome' },
      { way: 'app-latchkey-browser' },
      ['couldNotVerify', 'scannerInstead'],
      ['notInstalled'],
    ],
  ])('of %s are theirs', (_, visitor, more, those, others) => {
    const questions: readonly string[] = asked(visitor, more)

    expect(questions).toEqual(expect.arrayContaining(those))
    expect(questions.filter((id) => others.includes(id))).toEqual([])
  })

  test('begin with what stops people, and what a pass does on the first day', () => {
    expect(asked({ system: 'iOS' }, { account: 'firstDay' })[0]).toBe('passExpired')
    expect(asked({ system: 'iOS' })).not.toContain('passExpired')
    expect(asked({ system: 'iOS' }, { account: 'newPhone' })).not.toContain('lostPhone')
  })
})
