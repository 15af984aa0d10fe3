import { knownVersions } from '@latchkey/policy'
import { describe, expect, test } from 'vitest'
import type { OfferedProvider, OpenPolicy } from './open-policy.ts'
import { planWizard } from './plan-wizard.ts'
import type { Phone, Wizard } from './step.ts'
import type { Visitor } from './visitor.ts'

const allowed = { allowed: true } as const

const provider: OfferedProvider = {
  id: 'authenticator',
  name: 'Contoso Authenticator',
  aaguids: [],
  phones: {
    iOS: { store: 'https://apps.example/ios', least: '17' },
    android: { store: 'https://apps.example/android', least: '14', appVersion: '6.2507' },
  },
  standing: allowed,
}

const policy: OpenPolicy = {
  synced: allowed,
  computer: allowed,
  securityKey: allowed,
  builtIn: {
    icloudKeychain: allowed,
    googlePasswordManager: allowed,
    samsungPass: allowed,
    windowsHello: allowed,
  },
  providers: [provider],
  codes: allowed,
  password: 'none',
  proof: false,
  minimumVersions: knownVersions,
}

const wizard: Wizard = { kind: 'provider', provider }
const windows: Visitor = { system: 'windows', browser: 'edge' }

const plan = (visitor: Visitor, phone?: Phone) => planWizard(visitor, policy, wizard, { phone })
const ids = (visitor: Visitor, phone?: Phone) => plan(visitor, phone).steps.map(({ id }) => id)
const step = (id: string, visitor: Visitor, phone?: Phone) =>
  plan(visitor, phone).steps.find((each) => each.id === id)

describe('the way to a passkey in an app of the organisation', () => {
  test('from a computer asks which phone, and leads over both devices', () => {
    expect(ids(windows)).toEqual([
      'requirements',
      'getApp',
      'choosePhone',
      'makeProvider',
      'nearby',
      'camera',
      'reminder',
      'prompt',
    ])
    expect(step('getApp', windows)).toMatchObject({
      show: 'code',
      stores: [{ phone: 'iOS' }, { phone: 'android' }],
    })
  })

  test('on the phone itself asks nothing that the phone has said, and no camera', () => {
    const phone: Visitor = { system: 'iOS', versionAtLeast: '18', browser: 'safari' }

    expect(ids(phone)).toEqual(['requirements', 'getApp', 'makeProvider', 'reminder', 'prompt'])
    expect(step('getApp', phone)).toMatchObject({ show: 'link', stores: [{ phone: 'iOS' }] })
  })

  test.each<[string, Visitor, Phone | undefined, string]>([
    ['an iPhone with iOS 17', { system: 'iOS', version: '17.4' }, undefined, 'iOS17'],
    ['an iPhone that does not say', { system: 'iOS', versionAtLeast: '18' }, undefined, 'iOS18'],
    ['an iPhone beside the computer', windows, 'iOS', 'iOS18'],
    [
      'an iPhone beside a computer that says its own version',
      { system: 'macOS', version: '15.6' },
      'iOS',
      'iOS18',
    ],
    ['an Android phone', { system: 'android', version: '14' }, undefined, 'android'],
    ['one of Samsung’s', { system: 'android', maker: 'samsung' }, undefined, 'samsung'],
  ])('shows the settings of %s first', (_, visitor, phone, path) => {
    const found = step('makeProvider', visitor, phone)

    expect(found?.id === 'makeProvider' && found.paths[0]).toBe(path)
  })

  test('asks for what the organisation asks, if that is more', () => {
    const minimumVersions = { ...knownVersions, authenticator: { iOS: '17.4', android: '13' } }
    const { steps } = planWizard(windows, { ...policy, minimumVersions }, wizard)

    expect(steps[0]).toMatchObject({ id: 'requirements', iOS: '17.4', android: '14' })
  })

  test('says before, not after, that the phone is too old or that the app is not for it', () => {
    const { android: _, ...phones } = provider.phones
    const onlyApple: Wizard = { kind: 'provider', provider: { ...provider, phones } }

    expect(plan({ system: 'iOS', version: '16.7' }).cautions).toEqual([
      { id: 'tooOld', system: 'iOS', version: '16.7', least: '17' },
    ])
    expect(planWizard({ system: 'android' }, policy, onlyApple).cautions).toMatchObject([
      { id: 'notForPhone', phone: 'android' },
    ])
  })
})

describe('the other ways', () => {
  test('another device needs a browser that asks phones; what is not known speaks against nobody', () => {
    const cautions = (visitor: Visitor) =>
      planWizard(visitor, policy, { kind: 'other-device' }).cautions.map(({ id }) => id)

    expect(cautions({ system: 'linux', browser: 'firefox' })).toEqual(['noHybrid'])
    expect(cautions({ system: 'windows', capabilities: { hybrid: false } })).toEqual(['noHybrid'])
    expect(cautions({})).toEqual([])
  })

  test('this device says if it keeps none', () => {
    const { cautions } = planWizard(
      { system: 'windows', capabilities: { platformAuthenticator: false } },
      policy,
      { kind: 'this-device' },
    )

    expect(cautions).toEqual([{ id: 'noPlatformAuthenticator' }])
  })

  test('a security key is just asked for, and may be asked what it is', () => {
    expect(planWizard({}, { ...policy, proof: true }, { kind: 'security-key' })).toEqual({
      cautions: [{ id: 'proof' }],
      steps: [{ id: 'prompt', ask: { kind: 'security-key', otherDevice: false } }],
    })
  })
})
