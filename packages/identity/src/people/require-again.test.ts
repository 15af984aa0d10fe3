import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { patchMethods } from '../../test/rules.ts'
import { aVisitor, codeOf, mails, openWorld, operator, type World } from '../../test/world.ts'
import { requireAgain } from '../administer.ts'
import { putApprover } from '../index.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('A device of somebody who has to register anew approves no more, and cannot say by itself that it does.', async () => {
  const { deps } = world
  const tenant = await world.aTenant()
  await patchMethods(world, tenant.tenantId, 'MicrosoftAuthenticator', { state: 'enabled' })
  const person = await world.aPerson(tenant)
  const { tenantId, userId } = person
  const deviceId = randomUUID()
  const at = deps.now()
  await deps.stores.devices.insert({
    tenantId,
    objectId: deviceId,
    deviceId,
    displayName: 'Pixel',
    enabled: true,
    operatingSystem: 'Android',
    operatingSystemVersion: '16',
    createdAt: at,
  })
  await deps.stores.registeredDevices.insert({
    tenantId,
    deviceId,
    objectId: deviceId,
    userId,
    surface: 'phoneApp',
    aaguid: randomUUID(),
    appVersion: '1.0.0',
    evidence: 'software',
    publicKey: new Uint8Array(91),
    serialNumber: '2a',
    expiresAt: new Date(at.getTime() + 86_400_000),
    registeredAt: at,
    lastSeenAt: at,
  })
  const approvalKey = new Uint8Array(
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'der' }),
  )
  const approve = () => putApprover(deps, { tenantId, deviceId, approvalKey, visitor: aVisitor() })
  await approve()

  await requireAgain(deps, { ...operator, tenantId, userId })

  expect(await codeOf(approve())).toBe('not_found')
  expect(await deps.stores.approvers.listOfPerson(tenantId, userId)).toEqual([])
  expect(await mails(world, tenant)).toContain('device_revoked')
})
