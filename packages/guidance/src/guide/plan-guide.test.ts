import { type GuideStepId, loadGuideWords, sayGuideStep } from '@latchkey/words/guide'
import { describe, expect, test } from 'vitest'
import { toDeviceClass } from '../device-class.ts'
import type { OpenPolicy } from '../open-policy.ts'
import type { Visitor } from '../visitor.ts'
import { type GuideAsk, type GuidePlan, type GuideStep, guidePhones } from './guide-plan.ts'
import { walkPolicies, walkProviders } from './guide-walk.fixture.ts'
import { planGuide } from './plan-guide.ts'
import { realBrowsers } from './real-browsers.fixture.ts'

const policies = Object.entries(walkPolicies)
const words = await loadGuideWords('en')

/** Every plan there is for somebody: each way, each phone beside, however they come. */
function* everyPlan(visitor: Visitor, policy: OpenPolicy): Generator<readonly [GuideAsk, GuidePlan]> {
  for (const account of ['existing', 'firstDay', 'newPhone'] as const) {
    for (const phone of [undefined, ...guidePhones]) {
      const ways = planGuide({ visitor, policy, account, phone }).ways
      for (const way of [undefined, ...ways.map(({ id }) => id)]) {
        for (const situation of account === 'newPhone'
          ? (['atHand', 'gone', 'wiped'] as const)
          : [undefined]) {
          const ask = { visitor, policy, account, phone, way, situation, requestsOpen: phone === undefined }
          yield [ask, planGuide(ask)]
        }
      }
    }
  }
}

const everyStep = (plan: GuidePlan): readonly GuideStep[] =>
  plan.steps.flatMap((step) => [step, ...(step.instead ?? [])])

/** What a step says; a value that it names and has not got is a fault. */
function say({ id, values }: GuideStep): string {
  const complete = new Proxy(values, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key)
      if (value === '') throw new Error(`${id} names ${String(key)}, and has none`)
      return value
    },
  })
  const { title, lines, hint } = sayGuideStep(words.steps[id], complete)
  return [title, ...lines, hint].join(' ')
}

const allows = (policy: OpenPolicy, id: string) =>
  policy.providers.some((provider) => provider.id === id && provider.standing.allowed)

/** What a step tells somebody to use: whether the rules have it, and whether it is there. */
const uses: readonly (readonly [RegExp, (ask: GuideAsk) => boolean])[] = [
  [
    /^(windowsHello|saveHello)/,
    ({ policy, visitor }) => policy.builtIn.windowsHello.allowed && visitor.system === 'windows',
  ],
  [
    /^(samsungPass|saveSamsung)/,
    ({ policy, visitor }) => policy.builtIn.samsungPass.allowed && visitor.maker === 'samsung',
  ],
  [/^(icloud|saveApple)/, ({ policy }) => policy.builtIn.icloudKeychain.allowed],
  [/^(icloudIOS|saveApplePhone|useKeyIP|openInSafari|updateIOS)/, ({ visitor }) => visitor.system === 'iOS'],
  [
    /^(icloudMac|saveAppleMac|useKeyMac|pickPhoneSafari|updateMac)/,
    ({ visitor }) => visitor.system === 'macOS',
  ],
  [/^(google|saveGoogle)/, ({ policy }) => policy.builtIn.googlePasswordManager.allowed],
  [
    /^(google|saveGoogle)Desktop/,
    ({ visitor }) => visitor.browser === 'chrome' && visitor.withoutGoogle !== true && !onPhone(visitor),
  ],
  [
    /^(googleAndroid|googleOnSamsung|saveGooglePhone|useKeyAndroid|openInChrome|updateAndroid)/,
    ({ visitor }) => visitor.system === 'android',
  ],
  [/^(pickPhoneWindows|useKeyWindows|updateWindows)/, ({ visitor }) => visitor.system === 'windows'],
  [/^pickPhoneWindows10/, ({ visitor }) => (visitor.release ?? '10') === '10'],
  [/^pickPhoneWindows11/, ({ visitor }) => (visitor.release ?? '11').startsWith('11')],
  [/^(settings|save|google|icloud)\w*Samsung$/, ({ visitor, phone }) => isOr(visitor, phone, 'samsung')],
  [
    /^(settings|icloud)\w*IOS1[78]$/,
    ({ visitor, phone }) => (onPhone(visitor) ? visitor.system === 'iOS' : phone === 'iphone'),
  ],
  [
    /IOS17$/,
    ({ visitor }) =>
      !onPhone(visitor) ||
      (visitor.versionAtLeast === undefined && Number.parseInt(visitor.version ?? '17', 10) < 18),
  ],
  [/IOS18$/, ({ visitor }) => !onPhone(visitor) || Number.parseInt(visitor.version ?? '18', 10) >= 18],
  [/^(useKey|addKey|keyReady)/, ({ policy }) => policy.securityKey.allowed],
  [/^useKeyIPad/, ({ visitor }) => visitor.form === 'ipad'],
  [/^(pickPhone|scan)/, ({ visitor }) => !(visitor.browser === 'firefox' && visitor.system === 'linux')],
  [
    /^(addPhone|saveOnPhone|scanIOS|scanAndroid|scanAny)/,
    ({ policy }) => policy.synced.allowed || allows(policy, 'contoso'),
  ],
  [/^(getApp|settings|saveInApp)/, ({ policy }) => allows(policy, 'contoso')],
  [/^(ownInApp|ownAccountPhone|getOwnPhone|ownNeedsPhone)/, ({ policy }) => allows(policy, 'latchkey-phone')],
  [
    /^(ownPrompt|ownAccountExtension|getOwnExtension|ownNeedsExtension)/,
    ({ policy, visitor }) =>
      allows(policy, 'latchkey-browser') && !onPhone(visitor) && visitor.browser !== 'safari',
  ],
  [
    /^(ownScan|ownAccountAgent|getOwnAgent|ownNeedsAgent)/,
    ({ policy, visitor }) => allows(policy, 'latchkey-linux') && !onPhone(visitor),
  ],
]

/** Names of what one device has and another has not. The dialogs of computers name both phones. */
const strange: readonly (readonly [RegExp, (ask: GuideAsk) => boolean])[] = [
  [/\b(Samsung|Galaxy|General management)\b/, ({ visitor, phone }) => isOr(visitor, phone, 'samsung')],
  [/\b(Windows|Mac|Chrome|Android)\b/, ({ visitor }) => !(visitor.system === 'iOS')],
  [/\b(Windows|Mac|iPad|Apple|Face ID|Safari)\b/, ({ visitor }) => visitor.system !== 'android'],
]

const onPhone = ({ system }: Visitor) => system === 'iOS' || system === 'android'
const isOr = (visitor: Visitor, phone: string | undefined, maker: 'samsung') =>
  onPhone(visitor) ? visitor.system === 'android' && (visitor.maker ?? maker) === maker : phone === maker

describe('the guide for twenty browsers under four policies', () => {
  test('takes each browser for the device it is on', () => {
    expect(realBrowsers.map(({ visitor }) => toDeviceClass(visitor))).toEqual(
      realBrowsers.map(({ device }) => device),
    )
    expect(realBrowsers.length).toBeGreaterThanOrEqual(20)
  })

  describe.each(realBrowsers)('$name', ({ visitor, device }) => {
    test.each(policies)(
      'under the policy %s says something, and nothing forbidden or strange',
      (_, policy) => {
        for (const [ask, plan] of everyPlan(visitor, policy)) {
          const steps = everyStep(plan)
          const where = `${ask.account} ${ask.way} ${ask.phone}: ${steps.map(({ id }) => id).join(' ')}`
          const ids = steps.map(({ id }) => id)
          const said = steps.map(say).join(' ')

          expect(plan.steps.length, where).toBeGreaterThan(0)
          expect(plan.device, where).toBe(device)
          expect(
            ids.filter((id) => uses.some(([step, fits]) => step.test(id) && !fits(ask))),
            where,
          ).toEqual([])
          expect(
            plan.steps.map(({ id }) => id),
            where,
          ).toEqual([...new Set(plan.steps.map(({ id }) => id))])
          for (const { id, name } of walkProviders) {
            if (!allows(policy, id)) expect(said, where).not.toContain(name)
          }
          if (onPhone(visitor)) {
            for (const [name, fits] of strange) if (!fits(ask)) expect(said, where).not.toMatch(name)
          }
        }
      },
    )

    test.each(policies)('under the policy %s has a table that agrees with the ways', (_, policy) => {
      const { table, ways, column } = planGuide({ visitor, policy, account: 'existing' })

      expect(table).toHaveLength(12)
      for (const { place } of ways) {
        expect(table.find((cell) => cell.place === place && cell.column === column)?.possible).toBe(true)
      }
      const mine = table.filter((cell) => cell.possible && cell.column === column).map(({ place }) => place)
      expect(new Set(ways.map(({ place }) => place))).toEqual(new Set(mine))
      for (const cell of table) {
        if (cell.possible || cell.nearest === undefined) continue
        const { place, column: there } = cell.nearest
        expect(table.find((each) => each.place === place && each.column === there)?.possible).toBe(true)
      }
    })

    test.each(policies)('under the policy %s is JSON, and asks questions that have answers', (_, policy) => {
      const plan = planGuide({ visitor, policy, account: 'existing' })

      expect(JSON.parse(JSON.stringify(plan))).toEqual(plan)
      expect(plan.questions.length).toBeGreaterThan(5)
      expect(plan.questions.filter((id) => words.questions[id] === undefined)).toEqual([])
    })
  })
})

const ids = (name: string, policy: keyof typeof walkPolicies, more: Partial<GuideAsk> = {}) => {
  const visitor = realBrowsers.find((each) => each.name === name)?.visitor
  if (visitor === undefined) throw new Error(`no ${name}`)
  return planGuide({ visitor, policy: walkPolicies[policy], account: 'existing', ...more }).steps.map(
    ({ id }) => id,
  )
}

describe('only their steps', () => {
  test.each<[string, keyof typeof walkPolicies, Partial<GuideAsk>, GuideStepId[]]>([
    [
      'iPhone, iOS 26',
      'everything',
      { way: 'appleKeychain' },
      ['icloudIOS18', 'signIn', 'addHere', 'saveApplePhone'],
    ],
    [
      'iPhone, iOS 17',
      'attestedOnly',
      {},
      ['needsIOS', 'getAppHere', 'settingsIOS17', 'signIn', 'addApp', 'saveInAppHere'],
    ],
    ['iPhone, iOS 15', 'syncedOnly', {}, ['updateIOS']],
    ['iPhone, iOS 15', 'attestedOnly', {}, ['updateIOS']],
    [
      'iPhone, iOS 15',
      'attestedOnly',
      { way: 'securityKey' },
      ['keyReady', 'signIn', 'addKey', 'useKeyIPhone', 'allowProof'],
    ],
    ['iPhone, iOS 26', 'oursOnly', {}, ['openOnComputer']],
    ['iPhone, inside Instagram', 'everything', {}, ['openInSafari']],
    [
      'Galaxy, Chrome',
      'attestedOnly',
      {},
      ['needsAndroid', 'getAppHere', 'settingsSamsung', 'signIn', 'addApp', 'saveInAppHere'],
    ],
    [
      'Galaxy, Chrome',
      'syncedOnly',
      { way: 'samsungPass' },
      ['samsungPass', 'signIn', 'addHere', 'saveSamsung'],
    ],
    ['Galaxy with Android 13, Samsung Internet', 'attestedOnly', {}, ['updateAndroid']],
    [
      'Windows 11 24H2, Edge',
      'everything',
      { way: 'windowsHello' },
      ['windowsHello', 'signIn', 'addHere', 'saveHello11'],
    ],
    [
      'Windows 11 24H2, Edge',
      'syncedOnly',
      { way: 'phone', phone: 'iphone' },
      ['nearby', 'signIn', 'addPhone', 'pickPhoneWindows23H2', 'scanIOS', 'saveOnPhone'],
    ],
    [
      'Windows 10, Edge',
      'syncedOnly',
      { way: 'phone' },
      ['choosePhone', 'nearby', 'signIn', 'addPhone', 'pickPhoneWindows10', 'scanAny', 'saveOnPhone'],
    ],
    ['Linux, Firefox', 'attestedOnly', {}, ['keyReady', 'signIn', 'addKey', 'useKeyComputer', 'allowProof']],
    [
      'Chromebook',
      'syncedOnly',
      { way: 'googlePasswordManager' },
      ['googleDesktop', 'signIn', 'addHere', 'saveGoogleDesktop'],
    ],
    ['something else', 'everything', {}, ['chooseDevice']],
  ])('%s, %s, %o', (name, policy, more, expected) => {
    expect(ids(name, policy, more).filter((id) => !['nameIt', 'tryIt', 'haveTwo'].includes(id))).toEqual(
      expected,
    )
  })

  test('on the first day the pass is spent when all else is ready', () => {
    expect(ids('Galaxy, Chrome', 'attestedOnly', { account: 'firstDay' })).toEqual([
      'needsAndroid',
      'getAppHere',
      'settingsSamsung',
      'signInWithPass',
      'createFirstApp',
      'saveInAppHere',
      'tryIt',
      'haveTwo',
    ])
    expect(ids('Pixel, Chrome', 'syncedOnly', { account: 'firstDay' })).toEqual([
      'needsAndroid',
      'getOwnPhone',
      'passInApp',
      'ownAccountPhone',
      'ownInApp',
      'tryIt',
      'haveTwo',
    ])
  })

  test('with a new phone the old one goes last, and a lost one is signed out', () => {
    const way = 'appleKeychain'

    expect(ids('iPhone, iOS 26', 'everything', { account: 'newPhone', way })).toEqual([
      'keepOld',
      'icloudIOS18',
      'addWithOld',
      'addHere',
      'saveApplePhone',
      'tryNew',
      'removeOld',
    ])
    expect(
      ids('iPhone, iOS 26', 'everything', {
        account: 'newPhone',
        way,
        situation: 'gone',
        requestsOpen: true,
      }),
    ).toEqual([
      'icloudIOS18',
      'tryOther',
      'askForPass',
      'passForNewPhone',
      'endSessions',
      'addNew',
      'addHere',
      'saveApplePhone',
      'removeOld',
      'addSecond',
    ])
  })

  test('a device that says it has no lock gets one first', () => {
    const visitor = { system: 'windows', capabilities: { platformAuthenticator: false } } as const
    const { everything } = walkPolicies
    const plan = planGuide({ visitor, policy: everything, account: 'existing', way: 'windowsHello' })

    expect(plan.steps[0]?.id).toBe('setLock')
    expect(plan.ways.findIndex(({ id }) => id === 'windowsHello')).toBe(plan.ways.length - 1)
  })

  test('a browser that cannot ask a phone is changed, where nothing else is open', () => {
    const policy = { ...walkPolicies.syncedOnly, providers: [] }
    const visitor = { system: 'linux', browser: 'firefox' } as const

    expect(planGuide({ visitor, policy, account: 'existing' }).steps.map(({ id }) => id)).toEqual([
      'switchBrowser',
    ])
  })

  test('where nothing is open to anybody, the help desk is', () => {
    const shut = { allowed: false, because: 'method_disabled' } as const
    const { everything } = walkPolicies
    const policy: OpenPolicy = {
      ...everything,
      synced: shut,
      computer: shut,
      securityKey: shut,
      builtIn: { icloudKeychain: shut, googlePasswordManager: shut, samsungPass: shut, windowsHello: shut },
      providers: everything.providers.map((provider) => ({ ...provider, standing: shut })),
    }
    const plan = planGuide({ visitor: { system: 'iOS' }, policy, account: 'existing' })

    expect(plan.steps.map(({ id }) => id)).toEqual(['askHelpDesk'])
    expect(plan.table.filter(({ possible }) => possible)).toEqual([])
    expect(plan.table.filter((cell) => !cell.possible && cell.nearest)).toEqual([])
  })

  test('the way that is recommended is the one Security info recommends', () => {
    const plan = planGuide({
      visitor: { system: 'windows' },
      policy: walkPolicies.syncedOnly,
      account: 'existing',
    })

    expect(plan.ways.map(({ id, recommended }) => [id, recommended])).toEqual([
      ['app-latchkey-phone', true],
      ['phone', false],
    ])
    expect(plan.way?.id).toBe('app-latchkey-phone')
  })
})
