import { describe, expect, test } from 'vitest'
import {
  aCredential,
  aDeviceCa,
  aDeviceCertificate,
  aMetadataState,
  aModel,
  aPerson,
  aProvider,
  aRoot,
  aTenant,
  bytes,
  contoso,
  later,
  type Open,
} from './world.ts'

const other = aModel({
  aaguid: '42b4fb4a-2866-43b2-9bf7-6c6669c2e5d3',
  description: 'A key',
  roots: [],
  statusReports: [],
})
const { icon: _, ...plain } = other

/** What the stores of metadata and of trust anchors must do. */
export function trustContract(open: Open): void {
  describe('keeping metadata', () => {
    test('gives back a model, whole, and lists all of them by name', async () => {
      const { stores } = await open()
      expect(await stores.metadata.findState()).toBeUndefined()
      expect(await stores.metadata.replace(aMetadataState(), [aModel(), plain])).toBe(true)

      expect(await stores.metadata.findState()).toEqual(aMetadataState())
      expect(await stores.metadata.find(aModel().aaguid)).toEqual(aModel())
      expect(await stores.metadata.find(plain.aaguid)).toEqual(plain)
      expect(await stores.metadata.find('x')).toBeUndefined()
      expect(await stores.metadata.findStatusReports(aModel().aaguid)).toEqual(aModel().statusReports)
      expect(await stores.metadata.findStatusReports('x')).toBeUndefined()
      expect((await stores.metadata.list()).map(({ description }) => description)).toEqual([
        'A key',
        'YubiKey 5 with NFC',
      ])
      expect((await stores.metadata.list()).map(({ hasIcon }) => hasIcon)).toEqual([false, true])
    })

    test('puts a newer BLOB in the place of all, and nothing in the place of a newer one', async () => {
      const { stores } = await open()
      await stores.metadata.replace(aMetadataState(), [aModel()])
      expect(await stores.metadata.replace(aMetadataState({ number: 8 }), [plain])).toBe(true)

      expect(await stores.metadata.replace(aMetadataState({ number: 8 }), [aModel()])).toBe(false)
      expect(await stores.metadata.replace(aMetadataState({ number: 7 }), [aModel()])).toBe(false)

      expect(await stores.metadata.find(aModel().aaguid)).toBeUndefined()
      expect(await stores.metadata.find(plain.aaguid)).toEqual(plain)
      expect((await stores.metadata.findState())?.number).toBe(8)
      const anew = { evenIfOlder: true } as const
      expect(await stores.metadata.replace(aMetadataState({ number: 1 }), [aModel()], anew)).toBe(true)
      expect((await stores.metadata.findState())?.number).toBe(1)
    })

    test('of many that load at once the newest is held in the end, alone', async () => {
      const { stores, rows } = await open()

      await Promise.all(
        [3, 1, 5, 2, 4].map((number) =>
          stores.metadata.replace(aMetadataState({ number }), [aModel({ description: `BLOB ${number}` })]),
        ),
      )

      expect((await stores.metadata.findState())?.number).toBe(5)
      expect((await rows('metadata_model')).map((row) => 'description' in row && row.description)).toEqual([
        'BLOB 5',
      ])
    })
  })

  describe('keeping what an organisation trusts', () => {
    test('gives back roots, lists them by name, and removes one', async () => {
      const { stores } = await contoso(open)
      const first = aRoot({ rootId: 'root-2', name: 'Agents', evidence: 'tpm' })
      await stores.trust.insertRoot(aRoot())
      await stores.trust.insertRoot(first)

      expect(await stores.trust.listRoots('contoso')).toEqual([first, aRoot()])
      expect(await stores.trust.findRoot('contoso', 'root-1')).toEqual(aRoot())
      expect(await stores.trust.removeRoot('contoso', 'root-1')).toBe(true)
      expect(await stores.trust.removeRoot('contoso', 'root-1')).toBe(false)
      expect(await stores.trust.listRoots('contoso')).toEqual([first])
    })

    test('keeps the first of many device CAs that are made at once', async () => {
      const { stores } = await contoso(open)

      const kept = await Promise.all(
        [1, 2, 3, 4].map((fill) =>
          stores.trust.insertFirstDeviceCa(aDeviceCa({ certificate: bytes(9, fill) })),
        ),
      )

      expect(kept.filter(Boolean)).toHaveLength(1)
      const winner = aDeviceCa({ certificate: bytes(9, kept.indexOf(true) + 1) })
      expect(await stores.trust.findDeviceCa('contoso')).toEqual(winner)
      await stores.trust.putSealedDeviceCaKey('contoso', bytes(5, 5))
      expect(await stores.trust.listDeviceCas()).toEqual([{ ...winner, sealedPrivateKey: bytes(5, 5) }])
    })

    test('takes back every certificate of a device, once', async () => {
      const { stores } = await contoso(open)
      await stores.trust.insertDeviceCertificate(aDeviceCertificate())
      await stores.trust.insertDeviceCertificate(aDeviceCertificate({ serialNumber: '2b', deviceId: 'else' }))

      expect(await stores.trust.revokeDeviceCertificates('contoso', 'device-1', later(1))).toBe(1)
      expect(await stores.trust.revokeDeviceCertificates('contoso', 'device-1', later(2))).toBe(0)

      expect(await stores.trust.findDeviceCertificate('contoso', '2a')).toEqual(
        aDeviceCertificate({ revokedAt: later(1) }),
      )
      expect((await stores.trust.findDeviceCertificate('contoso', '2b'))?.revokedAt).toBeUndefined()
      await expect(stores.trust.insertDeviceCertificate(aDeviceCertificate())).rejects.toThrow()
    })
  })

  describe('counting the passkeys of a model', () => {
    test('counts them in each tenant that has any', async () => {
      const { stores } = await contoso(open)
      await stores.tenants.insert(aTenant({ tenantId: 'fabrikam' }))
      await stores.people.insert(aPerson('ann', { tenantId: 'fabrikam' }))
      const { aaguid } = aModel()
      await stores.credentials.insert(aCredential({ aaguid }))
      await stores.credentials.insert(aCredential({ aaguid, id: bytes(32, 2) }))
      await stores.credentials.insert(aCredential({ aaguid, id: bytes(32, 3), tenantId: 'fabrikam' }))
      await stores.credentials.insert(aCredential({ id: bytes(32, 4) }))

      expect(await stores.credentials.countOfModel(aaguid)).toEqual([
        { tenantId: 'contoso', passkeys: 2 },
        { tenantId: 'fabrikam', passkeys: 1 },
      ])
      expect(await stores.credentials.countOfModel('x')).toEqual([])
    })
  })

  describe('keeping providers', () => {
    test('gives them back in the order they were described, whole', async () => {
      const { stores } = await open()
      await stores.tenants.insert(aTenant())
      const second = aProvider({ providerId: 'provider-2', name: 'Another', phones: {} })
      await stores.providers.insert(second)
      await stores.providers.insert(aProvider())

      expect(await stores.providers.list('contoso')).toEqual([aProvider(), second])
      expect(await stores.providers.find('contoso', 'provider-1')).toEqual(aProvider())
      expect(await stores.providers.find('contoso', 'x')).toBeUndefined()
    })

    test('changes what is there, and says whether it was', async () => {
      const { stores } = await open()
      await stores.tenants.insert(aTenant())
      await stores.providers.insert(aProvider())
      const change = { name: 'New name', aaguids: ['x'], phones: {} }

      expect(await stores.providers.put(aProvider(change))).toBe(true)
      expect(await stores.providers.put(aProvider({ providerId: 'x' }))).toBe(false)
      expect(await stores.providers.list('contoso')).toEqual([aProvider(change)])

      expect(await stores.providers.remove('contoso', 'provider-1')).toBe(true)
      expect(await stores.providers.remove('contoso', 'provider-1')).toBe(false)
      expect(await stores.providers.list('contoso')).toEqual([])
    })
  })
}
