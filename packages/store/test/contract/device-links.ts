import { type DeviceLink, type DeviceLinkUse, type DeviceSurface, isReachable } from '@latchkey/identity'
import type { RolloutStores as Stores } from '@latchkey/rollout'
import { describe, expect, test } from 'vitest'
import {
  aCredential,
  aDevice,
  aDeviceCertificate,
  aRegisteredDevice,
  bytes,
  contoso,
  later,
  now,
  type Open,
} from './world.ts'

/** A link that was begun. */
export const aDeviceLink = (change: Partial<DeviceLink> = {}): DeviceLink => ({
  tenantId: 'contoso',
  linkId: 'link-1',
  userId: 'id-of-ann',
  clientDeviceId: 'device-1',
  state: 'begun',
  begunAt: now,
  expiresAt: later(300),
  ...change,
})

/** What a device says it signs. */
export const aLinkUse = (change: Partial<DeviceLinkUse> = {}): DeviceLinkUse => ({
  tenantId: 'contoso',
  linkId: 'link-1',
  deviceId: 'device-1',
  clientDataHash: bytes(32, 7),
  expiresAt: later(120),
  ...change,
})

/** What every store of links between devices must do. */
export function deviceLinksContract(open: Open): void {
  async function ready() {
    const { stores } = await contoso(open)
    await stores.devices.insert(aDevice())
    await stores.registeredDevices.insert(aRegisteredDevice())
    await stores.deviceLinks.insert(aDeviceLink())
    return stores
  }
  const end = { deviceId: 'device-1', handshakeHash: bytes(32, 1), contactId: 'contact-1' }

  describe('linking devices', () => {
    test('is guarded once, and only when both ends saw the same', async () => {
      const { deviceLinks } = await ready()

      expect(await deviceLinks.guard('contoso', 'link-1', later(1))).toBe(false)
      expect(await deviceLinks.putClientHash('contoso', 'link-1', bytes(32, 1))).toBe(true)
      expect(await deviceLinks.putClientHash('contoso', 'link-1', bytes(32, 2))).toBe(false)
      expect(await deviceLinks.guard('contoso', 'link-1', later(1))).toBe(false)
      expect(await deviceLinks.putAuthenticatorEnd('contoso', 'link-1', end)).toBe(true)
      expect(await deviceLinks.hasContact('contact-1')).toBe(false)
      expect(await deviceLinks.findByContact('contact-1')).toBeUndefined()
      expect(await deviceLinks.guard('contoso', 'link-1', later(1))).toBe(true)
      expect(await deviceLinks.guard('contoso', 'link-1', later(2))).toBe(false)

      expect(await deviceLinks.hasContact('contact-1')).toBe(true)
      expect(await deviceLinks.findByContact('contact-2')).toBeUndefined()
      expect(await deviceLinks.findByContact('contact-1')).toEqual(
        await deviceLinks.find('contoso', 'link-1'),
      )
      expect(await deviceLinks.find('contoso', 'link-1')).toEqual({
        ...aDeviceLink({ state: 'guarded', guardedAt: later(1) }),
        authenticatorDeviceId: 'device-1',
        clientHash: bytes(32, 1),
        authenticatorHash: bytes(32, 1),
        contactId: 'contact-1',
      })
    })

    test('is not guarded when the ends saw different handshakes', async () => {
      const { deviceLinks } = await ready()
      await deviceLinks.putClientHash('contoso', 'link-1', bytes(32, 2))
      await deviceLinks.putAuthenticatorEnd('contoso', 'link-1', end)

      expect(await deviceLinks.guard('contoso', 'link-1', later(1))).toBe(false)
      expect(await deviceLinks.listOfPerson('contoso', 'id-of-ann')).toEqual([])
    })

    test('goes with its device', async () => {
      const { devices, deviceLinks } = await ready()

      await devices.remove('contoso', aDevice().objectId)

      expect(await deviceLinks.find('contoso', 'link-1')).toBeUndefined()
    })

    test('gives what was said of a signature to one who asks, in time, for that device', async () => {
      const { deviceLinks } = await ready()
      await deviceLinks.insertUse(aLinkUse())
      const asked = { deviceId: 'device-1', clientDataHash: bytes(32, 7), at: later(1) }

      expect(await deviceLinks.takeUse('contoso', { ...asked, deviceId: 'device-2' })).toBeUndefined()
      expect(await deviceLinks.takeUse('contoso', { ...asked, at: later(120) })).toBeUndefined()
      const taken = await Promise.all([1, 2].map(() => deviceLinks.takeUse('contoso', asked)))
      expect(taken.filter((linkId) => linkId === 'link-1')).toHaveLength(1)
    })

    test('takes a contact for one link, and a word about one signature once', async () => {
      const { deviceLinks } = await ready()
      await deviceLinks.insert(aDeviceLink({ linkId: 'link-2' }))
      await deviceLinks.putAuthenticatorEnd('contoso', 'link-1', end)
      await deviceLinks.insertUse(aLinkUse())

      expect(await deviceLinks.putAuthenticatorEnd('contoso', 'link-2', end)).toBe(false)
      await expect(deviceLinks.insertUse(aLinkUse())).rejects.toMatchObject({ code: 'already_exists' })
    })

    test('forgets what came to nothing in its time, and keeps what is guarded', async () => {
      const { deviceLinks } = await ready()
      await deviceLinks.insertUse(aLinkUse())
      await deviceLinks.putClientHash('contoso', 'link-1', bytes(32, 1))
      await deviceLinks.putAuthenticatorEnd('contoso', 'link-1', end)
      await deviceLinks.guard('contoso', 'link-1', later(1))
      await deviceLinks.insert(aDeviceLink({ linkId: 'link-2' }))

      expect(await deviceLinks.removeOver(later(119))).toBe(0)
      expect(await deviceLinks.removeOver(later(300))).toBe(2)
      expect(await deviceLinks.find('contoso', 'link-1')).toBeDefined()
      expect(await deviceLinks.find('contoso', 'link-2')).toBeUndefined()
    })
  })

  describe('telling whether a passkey can be asked for', () => {
    /** As whoever signs in is asked, as it is listed, and as people are counted. */
    const asked = async ({ credentials, lockOut, people, home }: Stores) => {
      const [byId, listed] = [
        await credentials.findByRp(passkey.rpId, passkey.id),
        await credentials.listOfPerson('contoso', 'id-of-ann'),
      ]
      const held = (await lockOut.listHeld('contoso')).flatMap(({ passkeys }) => passkeys)
      const found = [byId, ...listed, ...held].map((each) => each && isReachable(each))
      const query = { words: [], limit: 10, at: now }
      const counted = (await people.search('contoso', query)).people.map(({ passkeys }) => passkeys)
      const { withPasskey } = await home.countPeople('contoso', later(1))
      expect([Math.max(...counted), withPasskey]).toEqual(found[0] ? [1, 1] : [0, 0])
      const lacking = await people.search('contoso', { ...query, filter: 'nothing' })
      const names = lacking.people.map(({ person }) => person.userId)
      expect(names.includes('id-of-ann')).toBe(!found[0])
      return found
    }
    const passkey = aCredential({ deviceSerial: 'ab' })

    async function linked(surface: DeviceSurface): Promise<Stores> {
      const stores = await ready()
      await stores.devices.insert(aDevice({ objectId: 'object-2', deviceId: 'device-2' }))
      const phone = { deviceId: 'device-2', objectId: 'object-2', serialNumber: 'ab' }
      await stores.registeredDevices.insert(aRegisteredDevice({ ...phone, surface }))
      await stores.trust.insertDeviceCertificate(aDeviceCertificate(phone))
      await stores.credentials.insert(passkey)
      await stores.deviceLinks.putClientHash('contoso', 'link-1', bytes(32, 1))
      await stores.deviceLinks.putAuthenticatorEnd('contoso', 'link-1', { ...end, deviceId: 'device-2' })
      await stores.deviceLinks.guard('contoso', 'link-1', later(1))
      return stores
    }

    test('a phone app is asked over a guarded link, from a browser that is switched on', async () => {
      const stores = await linked('phoneApp')

      expect(await asked(stores)).toEqual([true, true, true])
      await stores.devices.put(aDevice({ enabled: false }))
      expect(await asked(stores)).toEqual([false, false, false])
      await stores.devices.put(aDevice())
      expect(await asked(stores)).toEqual([true, true, true])
    })

    test.each([
      [
        'the link is removed',
        async ({ deviceLinks }: Stores) => void (await deviceLinks.remove('contoso', 'link-1')),
      ],
      ['the browser is gone', ({ devices }: Stores) => devices.remove('contoso', 'object-1')],
    ])('a phone app is not once %s; an agent is', async (_, unlink) => {
      for (const surface of ['phoneApp', 'agent'] as const) {
        const stores = await linked(surface)
        await unlink(stores)
        expect(await asked(stores)).toEqual(Array(3).fill(surface === 'agent'))
      }
    })

    test('a link that is not guarded leads nowhere', async () => {
      const stores = await linked('phoneApp')
      await stores.deviceLinks.remove('contoso', 'link-1')
      await stores.deviceLinks.insert(aDeviceLink())
      await stores.deviceLinks.putAuthenticatorEnd('contoso', 'link-1', { ...end, deviceId: 'device-2' })

      expect(await asked(stores)).toEqual([false, false, false])
    })

    test('a passkey that no device of ours made is asked for without any', async () => {
      const stores = await ready()
      await stores.credentials.insert(aCredential())

      expect(await asked(stores)).toEqual([true, true, true])
    })
  })
}
