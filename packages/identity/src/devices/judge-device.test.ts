import { generateKeyPairSync } from 'node:crypto'
import type { RegistrationFacts } from '@latchkey/webauthn'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, operator, type World } from '../../test/world.ts'
import { type AttestationVerdict, issueDeviceCertificate, type Person, type Tenant } from '../index.ts'
import { whyNoPasskeyOfDevice } from './judge-device.ts'

const own = '888d21e1-4a6b-47f4-89e8-8a51368c47ab'

let world: World
let tenant: Tenant
let person: Person
beforeAll(async () => {
  world = await openWorld()
  tenant = await world.aTenant()
  person = await world.aPerson(tenant)
})
afterAll(() => world.close())

type Obstacle = NonNullable<AttestationVerdict['because']>

/** A certificate of a device that nobody registered. */
async function issue() {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return await issueDeviceCertificate(world.deps, {
    ...operator,
    tenantId: tenant.tenantId,
    deviceId: 'laptop-1',
    aaguid: own,
    publicKey: new Uint8Array(publicKey.export({ format: 'der', type: 'spki' })),
  })
}

const factsOf = (aaguid: string, ...trustPath: readonly Uint8Array[]): RegistrationFacts => ({
  credentialId: new Uint8Array(32),
  publicKey: new Uint8Array(77),
  algorithm: -7,
  signCount: 0,
  transports: [],
  aaguid,
  userPresent: true,
  origin: 'https://id.example.com',
  crossOrigin: false,
  clientExtensionResults: {},
  userVerified: true,
  backupEligible: false,
  backupState: false,
  attestation: { format: 'packed', type: 'basic', trustPath, aaguidSigned: true },
  attestationObject: new Uint8Array(),
  clientDataJSON: new Uint8Array(),
})

const unproven = (because: Obstacle): AttestationVerdict => ({
  trusted: false,
  evidence: 'none',
  because,
  statuses: [],
})

const judge = (facts: RegistrationFacts, verdict: AttestationVerdict) =>
  whyNoPasskeyOfDevice(world.stores, world.deps, { person, facts, verdict })

describe('saying what is wrong with a device', () => {
  test.each<[Obstacle, string]>([
    ['not_attested', 'device_unknown'],
    ['aaguid_not_signed', 'device_unknown'],
    ['no_anchor_for_model', 'device_unknown'],
    ['device_unknown', 'device_unknown'],
    ['device_revoked', 'device_revoked'],
    ['device_model_mismatch', 'device_model_mismatch'],
    ['no_anchor', 'device_certificate_untrusted'],
    ['not_issued_by_next', 'device_certificate_untrusted'],
    ['certificate_malformed', 'device_certificate_untrusted'],
  ])('where %s is in the way it is %s', async (because, code) => {
    expect(await judge(factsOf(own), unproven(because))).toBe(code)
  })

  test('a certificate that is over is told from one that has not begun: there a clock is wrong', async () => {
    const { x5c } = await issue()
    const verdict = unproven('outside_validity')

    expect(await judge(factsOf(own, ...x5c), verdict)).toBe('device_expired')
    world.after(-3600)
    expect(await judge(factsOf(own, ...x5c), verdict)).toBe('device_clock_wrong')
    world.after(3600)
  })

  test('a certificate is not enough without a registration', async () => {
    const { record } = await issue()
    const verdict: AttestationVerdict = {
      trusted: true,
      evidence: 'software',
      anchor: 'deviceCa',
      deviceSerial: record.serialNumber,
      statuses: [],
    }

    expect(await judge(factsOf(own), verdict)).toBe('device_unknown')
  })

  test('other models are not asked', async () => {
    const other = factsOf('11111111-2222-4333-8444-555555555555')

    expect(await judge(other, unproven('not_attested'))).toBeUndefined()
  })
})
