import { describe, expect, test } from 'vitest'
import {
  aCredential,
  aDevice,
  aDeviceCertificate,
  aPerson,
  aRegisteredDevice,
  bytes,
  contoso,
  later,
  type Open,
} from './world.ts'

const seen = { at: later(9), appVersion: '2.0' }
const newCertificate = {
  publicKey: bytes(91, 8),
  serialNumber: '2b',
  expiresAt: later(9),
  evidence: 'tpm',
  registeredAt: later(2),
} as const

export function devicesContract(open: Open): void {
  describe('keeping registered devices', () => {
    test('gives one back with its entry in the directory, and lists them by name', async () => {
      const { stores } = await twoDevices(open)
      const { userName, displayName } = aPerson('ann')
      const laptop = { ...aRegisteredDevice(), entry: aDevice(), owner: { userName, displayName } }

      expect(await stores.registeredDevices.find('contoso', 'device-1')).toEqual(laptop)
      expect(await stores.registeredDevices.find('contoso', 'device-3')).toBeUndefined()
      expect((await stores.registeredDevices.list('contoso')).map(({ deviceId }) => deviceId)).toEqual([
        'device-2',
        'device-1',
      ])
      expect(await stores.registeredDevices.listOfPerson('contoso', 'id-of-ann')).toEqual([laptop])
    })

    test('of many renewals at once one succeeds', async () => {
      const { stores } = await twoDevices(open)

      const renewed = await Promise.all(
        [1, 2, 3].map((number) =>
          stores.registeredDevices.putCertificate('contoso', 'device-1', '2a', {
            ...newCertificate,
            serialNumber: `b${number}`,
          }),
        ),
      )

      expect(renewed.filter(Boolean)).toHaveLength(1)
      expect(await stores.registeredDevices.find('contoso', 'device-1')).toMatchObject({
        serialNumber: `b${renewed.indexOf(true) + 1}`,
        evidence: 'tpm',
        registeredAt: newCertificate.registeredAt,
      })
      expect((await stores.registeredDevices.find('contoso', 'device-2'))?.serialNumber).toBe('2a')
    })

    test('notes that one was heard of', async () => {
      const { stores } = await twoDevices(open)

      await stores.registeredDevices.putSeen('contoso', 'device-1', seen)

      expect(await stores.registeredDevices.find('contoso', 'device-1')).toMatchObject({
        lastSeenAt: seen.at,
        appVersion: '2.0',
      })
    })

    test('goes with its entry, and with its owner', async () => {
      const { stores } = await twoDevices(open)

      await stores.devices.remove('contoso', 'object-1')
      await stores.people.remove('contoso', 'id-of-ben')

      expect(await stores.registeredDevices.list('contoso')).toEqual([])
      expect(await stores.devices.list('contoso')).toEqual([])
    })
  })

  describe('binding a passkey to its device', () => {
    const use = { signCount: 1, backupState: false, userVerified: true, at: later(5), from: '::1' }

    test.each([
      ['is switched on', {}, true],
      ['is switched off', { enabled: false }, false],
    ])('it is live while the device %s', async (_name, change, live) => {
      const { stores } = await twoDevices(open)
      await stores.devices.put(aDevice(change))
      const passkey = aCredential({ deviceSerial: '2a' })
      await stores.credentials.insert(passkey)
      const { attestation: _, ...kept } = passkey
      const found = { ...kept, device: { deviceId: 'device-1', live, surface: 'extension', linked: false } }

      expect(await stores.credentials.findByRp(passkey.rpId, passkey.id)).toMatchObject(found)
      expect(await stores.credentials.listOfPerson('contoso', passkey.userId)).toMatchObject([found])
      expect(await stores.credentials.find('contoso', passkey.id)).toEqual(passkey)
      expect(await stores.credentials.putUse('contoso', passkey.id, use)).toBe(live)
    })

    test.each([
      ['its entry is removed', 'remove'],
      ['its certificate is taken back', 'revoke'],
    ])('it is not once %s', async (_, how) => {
      const { stores } = await twoDevices(open)
      const passkey = aCredential({ deviceSerial: '2a' })
      await stores.credentials.insert(passkey)
      if (how === 'remove') await stores.devices.remove('contoso', 'object-1')
      else await stores.trust.revokeDeviceCertificates('contoso', 'device-1', later(1))

      expect((await stores.credentials.findByRp(passkey.rpId, passkey.id))?.device?.live).toBe(false)
      expect(await stores.credentials.putUse('contoso', passkey.id, use)).toBe(false)
      expect(await stores.trust.wasDeviceRevoked('contoso', 'device-1')).toBe(how === 'revoke')
    })

    test('it is not with a certificate nobody knows, and other passkeys are of no device', async () => {
      const { stores } = await twoDevices(open)
      const stray = aCredential({ deviceSerial: 'ff' })
      const other = aCredential({ id: bytes(32, 9) })
      await stores.credentials.insert(stray)
      await stores.credentials.insert(other)

      expect((await stores.credentials.findByRp(stray.rpId, stray.id))?.device).toEqual({
        deviceId: '',
        live: false,
        linked: false,
      })
      expect(await stores.credentials.findByRp(other.rpId, other.id)).not.toHaveProperty('device')
      expect(await stores.credentials.putUse('contoso', other.id, use)).toBe(true)
    })
  })
}

/** Ann's laptop and Ben's phone. */
async function twoDevices(open: Open) {
  const opened = await contoso(open)
  const { devices, registeredDevices, trust } = opened.stores
  await devices.insert(aDevice())
  await devices.insert(aDevice({ objectId: 'object-2', deviceId: 'device-2', displayName: 'Agent' }))
  await registeredDevices.insert(aRegisteredDevice())
  await registeredDevices.insert(
    aRegisteredDevice({ deviceId: 'device-2', objectId: 'object-2', userId: 'id-of-ben', surface: 'agent' }),
  )
  await trust.insertDeviceCertificate(aDeviceCertificate())
  return opened
}
