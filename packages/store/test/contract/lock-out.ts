import { describe, expect, test } from 'vitest'
import { anApprover, aRememberedBrowser } from './approvals.ts'
import {
  aCredential,
  aDevice,
  aDeviceCertificate,
  anAudit,
  aPass,
  aPerson,
  aRegisteredDevice,
  aSignIn,
  aTotp,
  bytes,
  contoso,
  later,
  now,
  type Open,
} from './world.ts'

/** What reading of many people at once must do. */
export function lockOutContract(open: Open): void {
  const filled = async () => {
    const { stores } = await contoso(open)
    const { people, groups, roles, credentials, passwords, totps, passes } = stores
    const known = await people.list('contoso', { limit: 100 })
    for (const name of ['ann', 'ben']) {
      if (!known.some(({ userId }) => userId === `id-of-${name}`)) await people.insert(aPerson(name))
    }
    await people.insert(aPerson('off', { enabled: false }, 9))
    await people.insert(aPerson('zoe', { breakGlass: true }, 8))
    for (const groupId of ['g1', 'g2']) {
      await groups.insert({ tenantId: 'contoso', groupId, displayName: groupId, createdAt: now })
      await groups.insertMember('contoso', groupId, 'id-of-ann')
    }
    await roles.insert('contoso', 'id-of-ann', 'helpDesk')
    const attestation = {
      format: 'packed',
      type: 'basic',
      trusted: true,
      evidence: 'hardware',
      anchor: 'metadata',
    } as const
    await credentials.insert(aCredential({ id: bytes(32, 1), attestation, backupEligible: false }))
    await credentials.insert(aCredential({ id: bytes(32, 2) }))
    await passwords.put({ tenantId: 'contoso', userId: 'id-of-ben', hash: '$argon2id$x', changedAt: now })
    await totps.insert(aTotp({ userId: 'id-of-ben' }))
    await passes.put(aPass({ userId: 'id-of-ben' }))
    await passes.put(aPass({ userId: 'id-of-zoe', passId: 'pass-2', once: false }))
    return stores
  }
  const nothing = { breakGlass: false, groupIds: [], roles: [], passkeys: [], password: false, totp: false }
  const pass = { startsAt: now, expiresAt: later(3600) }
  const aaguid = '00000000-0000-0000-0000-000000000000'
  const ann = {
    ...nothing,
    userId: 'id-of-ann',
    groupIds: ['g1', 'g2'],
    roles: ['helpDesk'],
    passkeys: [
      { aaguid, attested: true, evidence: 'hardware', backupEligible: false },
      { aaguid, attested: false, evidence: 'none', backupEligible: true },
    ],
  }

  describe('reading what many people have', () => {
    test('tells all of it, of everybody who is switched on', async () => {
      const stores = await filled()

      expect(await stores.lockOut.listHeld('contoso')).toEqual([
        ann,
        { ...nothing, userId: 'id-of-ben', password: true, totp: true, pass: { ...pass, once: true } },
        { ...nothing, userId: 'id-of-zoe', breakGlass: true, pass: { ...pass, once: false } },
      ])
      expect(await stores.lockOut.listBreakGlass('contoso')).toEqual(['id-of-zoe'])
    })

    test('tells of some, however many are asked for', async () => {
      const stores = await filled()
      const many = Array.from({ length: 1200 }, (_, at) => `nobody-${at}`)

      expect(await stores.lockOut.listHeld('contoso', [...many, 'id-of-ann', 'id-of-off'])).toEqual([ann])
      expect(await stores.lockOut.listHeld('contoso', [])).toEqual([])
    })

    test('a pass that may be used once and was is none', async () => {
      const stores = await filled()
      for (const passId of ['pass-1', 'pass-2']) await stores.passes.take('contoso', passId, later(1))

      const held = await stores.lockOut.listHeld('contoso')

      expect(held.filter((each) => each.pass !== undefined).map(({ userId }) => userId)).toEqual([
        'id-of-zoe',
      ])
    })
  })

  describe('reading what devices let many people do', () => {
    const entry = {
      deviceId: 'device-1',
      displayName: 'Laptop',
      operatingSystem: 'Linux',
      operatingSystemVersion: '6.1',
    }
    const ready = async () => {
      const { stores } = await contoso(open)
      await stores.devices.insert(aDevice())
      await stores.registeredDevices.insert(aRegisteredDevice())
      await stores.trust.insertDeviceCertificate(aDeviceCertificate())
      await stores.credentials.insert(aCredential({ deviceSerial: '2a' }))
      await stores.approvers.put(anApprover())
      return stores
    }
    const heldBy = async ({ lockOut }: Awaited<ReturnType<typeof ready>>) => {
      const [of] = await lockOut.listHeld('contoso', ['id-of-ann'])
      return of
    }

    test('tells of the device that a passkey was made on, and what was said of it', async () => {
      const stores = await ready()
      const device = { surface: 'extension', linked: false }

      expect((await heldBy(stores))?.passkeys).toMatchObject([{ device: { ...device, entry } }])
      expect((await heldBy(stores))?.passkeys[0]?.device?.entry).toEqual(entry)
      await stores.devices.put(aDevice({ isCompliant: false }))
      expect((await heldBy(stores))?.passkeys).toMatchObject([{ device: { entry: { isCompliant: false } } }])
      await stores.devices.put(aDevice({ isCompliant: true }))
      expect((await heldBy(stores))?.passkeys).toMatchObject([{ device: { entry: { isCompliant: true } } }])
    })

    test('nothing of one that is registered for somebody else', async () => {
      const stores = await ready()
      await stores.credentials.insert(
        aCredential({ id: bytes(32, 8), userId: 'id-of-ben', deviceSerial: '2a' }),
      )

      const [ben] = await stores.lockOut.listHeld('contoso', ['id-of-ben'])

      expect(ben?.passkeys).toMatchObject([{ device: { surface: 'extension' } }])
      expect(ben?.passkeys[0]?.device).not.toHaveProperty('entry')
    })

    test('one that is switched off or gone lets nobody in, and approves nothing', async () => {
      const stores = await ready()
      const isLeft = async () => {
        const held = await heldBy(stores)
        return [held?.passkeys.length, held?.deadPasskeys, held?.approver]
      }

      expect(await isLeft()).toEqual([1, undefined, true])
      await stores.devices.put(aDevice({ enabled: false }))
      expect(await isLeft()).toEqual([0, 1, undefined])
      await stores.devices.put(aDevice())
      await stores.trust.revokeDeviceCertificates('contoso', 'device-1', later(1))
      expect(await isLeft()).toEqual([0, 1, true])
      await stores.devices.remove('contoso', aDevice().objectId)
      expect(await isLeft()).toEqual([0, 1, undefined])
    })

    test('tells which browsers are remembered, and whose', async () => {
      const stores = await ready()
      await stores.rememberedBrowsers.insert(aRememberedBrowser())
      await stores.rememberedBrowsers.insert(
        aRememberedBrowser({ browserId: 'browser-2', userAgent: 'Edge', lastUsedAt: later(9) }),
      )

      const held = await stores.lockOut.listHeld('contoso')

      expect(held.map(({ userId, rememberedBrowsers }) => [userId, rememberedBrowsers])).toEqual([
        [
          'id-of-ann',
          [
            { userAgent: 'Firefox', ipAddress: '192.0.2.7', lastUsedAt: now },
            { userAgent: 'Edge', ipAddress: '192.0.2.7', lastUsedAt: later(9) },
          ],
        ],
        ['id-of-ben', undefined],
      ])
    })
  })

  describe('reading where many people signed in', () => {
    test('tells each place once, of sign-ins that succeeded, from an id on', async () => {
      const stores = await filled()
      const signIn = (signInId: string, change: object = {}) =>
        stores.signIns.append(aSignIn({ signInId, userId: 'id-of-ann', clientId: 'wiki', ...change }))
      await signIn('a-1')
      await signIn('b-1')
      await signIn('b-2')
      await signIn('b-3', { outcome: 'failure', ipAddress: '192.0.2.9' })
      await signIn('b-4', { userId: undefined, ipAddress: '192.0.2.8' })
      await stores.signIns.append(aSignIn({ signInId: 'b-5', userId: 'id-of-ben' }))
      const there = { ipAddress: '192.0.2.1', userAgent: 'Firefox' }

      const visited = await stores.lockOut.listVisited('contoso', 'b-')

      expect(visited).toHaveLength(2)
      expect(visited).toContainEqual({ userId: 'id-of-ann', clientId: 'wiki', ...there })
      expect(visited).toContainEqual({ userId: 'id-of-ben', ...there })
      expect(await stores.lockOut.listVisited('contoso', 'b-', ['id-of-ben'])).toHaveLength(1)
      expect(await stores.lockOut.listVisited('contoso', 'c', ['id-of-ben'])).toEqual([])
    })
  })

  describe('reading past sign-ins', () => {
    const policyId = '33333333-0000-4000-8000-000000000003'
    const policy = {
      policyId,
      displayName: 'Keys',
      result: 'reportOnlyFailure',
      missing: ['block'],
      grantControls: [],
      sessionControls: [],
    }
    const newest = { from: 'b', limit: 10 }

    test('tells arrivals from what was proven on the way', async () => {
      const stores = await filled()
      const signIn = (signInId: string, change: object = {}) =>
        stores.signIns.append(aSignIn({ signInId, userId: 'id-of-ann', sessionId: 's', ...change }))
      await signIn('a-1', { clientId: 'wiki' })
      await signIn('b-1', { clientId: 'wiki', method: 'passkey', aaguid: 'x', userVerified: true })
      await signIn('b-2', { clientId: 'wiki', strength: 'phishingResistant' })
      await signIn('b-3', { method: 'password' })
      await signIn('b-4', { clientId: 'wiki', outcome: 'failure' })

      const arrived = await stores.lockOut.listArrivals('contoso', newest)
      const proven = await stores.lockOut.listProven('contoso', newest)

      expect(arrived.map(({ signInId, strength }) => [signInId, strength])).toEqual([
        ['b-3', undefined],
        ['b-2', 'phishingResistant'],
      ])
      expect(await stores.lockOut.countArrivals('contoso', 'b')).toBe(2)
      expect(proven.map(({ method, passkey }) => [method, passkey?.userVerified])).toEqual([
        ['password', undefined],
        ['passkey', true],
      ])
      expect(await stores.lockOut.listArrivals('contoso', { ...newest, before: 'b-2' })).toEqual([])
    })

    test('tells what a policy said, where it was about a sign-in', async () => {
      const stores = await filled()
      const access = { outcome: 'allowed', policies: [policy] } as const
      await stores.signIns.append(aSignIn({ signInId: 'b-1', userId: 'id-of-ann', decision: { access } }))
      await stores.signIns.append(aSignIn({ signInId: 'b-2', userId: 'id-of-ann' }))

      const verdicts = await stores.lockOut.listVerdicts('contoso', { ...newest, policyId })

      expect(verdicts.map(({ signInId, verdict }) => [signInId, verdict])).toEqual([
        ['b-1', { result: 'reportOnlyFailure', missing: ['block'] }],
      ])
    })
  })

  describe('noticing that people moved', () => {
    test.each<[string, boolean, Parameters<typeof anAudit>[0]]>([
      ['somebody got a pass', true, {}],
      ['something happened that nobody has heard of', true, { activity: 'sky_fell' }],
      ['a session ended', false, { activity: 'session_ended' }],
      ['somebody got a pass long ago', false, { auditId: 'a-1' }],
    ])('%s: %s', async (_, isNoticed, change) => {
      const stores = await filled()
      const before = await stores.lockOut.readStamp('contoso', 'b')

      await stores.audit.append(anAudit({ auditId: 'b-1', ...change }))

      expect((await stores.lockOut.readStamp('contoso', 'b')) !== before).toBe(isNoticed)
    })

    test('a pass was used', async () => {
      const stores = await filled()
      const before = await stores.lockOut.readStamp('contoso', 'b')

      await stores.passes.take('contoso', 'pass-1', later(1))

      expect(await stores.lockOut.readStamp('contoso', 'b')).not.toBe(before)
    })
  })
}
