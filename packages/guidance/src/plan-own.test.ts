import { describe, expect, test } from 'vitest'
import { compareLanding } from './compare-landing.ts'
import type { OfferedProvider, OpenPolicy } from './open-policy.ts'
import type { OwnSurface } from './own-surface.ts'
import { planWizard } from './plan-wizard.ts'
import type { Visitor } from './visitor.ts'

const open = { allowed: true } as const
const policy: OpenPolicy = {
  synced: open,
  computer: open,
  securityKey: open,
  builtIn: { icloudKeychain: open, googlePasswordManager: open, samsungPass: open, windowsHello: open },
  providers: [],
  codes: open,
  password: 'none',
  proof: true,
  minimumVersions: {},
}
const aaguid = '888d21e1-4a6b-47f4-89e8-8a51368c47ab'

const provider = (own: OwnSurface): OfferedProvider => ({
  id: `latchkey-${own.surface}`,
  name: 'Ours',
  aaguids: [aaguid],
  phones: {},
  own,
  standing: open,
})
const plan = (own: OwnSurface, visitor: Visitor) =>
  planWizard(visitor, policy, { kind: 'provider', provider: provider(own) })
const idsOf = (own: OwnSurface, visitor: Visitor) => plan(own, visitor).steps.map(({ id }) => id)

const laptop: Visitor = { system: 'linux', browser: 'chrome' }

describe('the way to a passkey in an authenticator of ours', () => {
  test('is short in this browser, and ends with its own prompt', () => {
    expect(idsOf({ surface: 'extension' }, laptop)).toEqual([
      'ownRequirements',
      'getOwn',
      'ownAccount',
      'prompt',
    ])
    expect(plan({ surface: 'extension' }, laptop).cautions).toEqual([])
  })

  test('says before anything else that a browser takes no extension of ours', () => {
    for (const visitor of [{ system: 'iOS' }, { system: 'android', browser: 'chrome' }] as const) {
      expect(plan({ surface: 'extension' }, visitor).cautions).toEqual([
        { id: 'notForBrowser', name: 'Ours' },
      ])
    }
  })

  test('goes over a code to the agent, which scans it itself', () => {
    expect(idsOf({ surface: 'agent' }, laptop)).toEqual([
      'ownRequirements',
      'getOwn',
      'ownAccount',
      'nearby',
      'ownScan',
      'reminder',
      'prompt',
    ])
    const firefox = { system: 'linux', browser: 'firefox' } as const
    expect(plan({ surface: 'agent' }, firefox).cautions).toEqual([{ id: 'noHybrid' }])
  })

  test('ends in the phone app itself; beside a computer a code leads to it', () => {
    const own = { surface: 'phoneApp', address: 'https://id.example/authenticator' } as const
    expect(idsOf(own, laptop)).toEqual(['ownRequirements', 'getOwn', 'ownAccount', 'inApp'])
    expect(plan(own, laptop).steps[1]).toMatchObject({ show: 'code', address: own.address })
    expect(plan(own, { system: 'android' }).steps[1]).toMatchObject({ show: 'link' })
  })
})

describe('where it landed', () => {
  const landed = { aaguid, proven: true, backupEligible: false, transports: [], place: 'device' } as const
  const compare = (own: OwnSurface, change: object) =>
    compareLanding({ kind: 'provider', provider: provider(own) }, { ...landed, ...change })

  test('is verified by the model and by what its device proved', () => {
    expect(compare({ surface: 'extension' }, {})).toEqual([])
    expect(compare({ surface: 'extension' }, { proven: false })).toEqual(['proof'])
    expect(compare({ surface: 'agent' }, { aaguid: 'another' })).toEqual(['provider'])
  })

  test('is for the phone to choose: its own place for passkeys is where the phone app puts them', () => {
    expect(compare({ surface: 'phoneApp' }, { aaguid: 'another', proven: false })).toEqual([])
    expect(compare({ surface: 'phoneApp' }, { proven: false })).toEqual(['proof'])
  })
})
