import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import { type Person, putApprover } from '../src/index.ts'
import { aVisitor, type World } from './world.ts'

/** A registered device, and the key that it approves with. */
export interface Phone {
  readonly tenantId: string
  readonly userId: string
  readonly deviceId: string
  readonly key: KeyObject
}

/** A key on P-256, and its public half as it is sent. */
export const newKey = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { key: privateKey, spki: new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })) }
}

/** A registered device that approves. */
export async function aPhone(
  world: World,
  { tenantId, userId }: Pick<Person, 'tenantId' | 'userId'>,
): Promise<Phone> {
  const { stores, now } = world.deps
  const deviceId = randomUUID()
  await stores.devices.insert({
    tenantId,
    objectId: deviceId,
    deviceId,
    displayName: 'Pixel',
    enabled: true,
    operatingSystem: 'Android',
    operatingSystemVersion: '16',
    createdAt: now(),
  })
  await stores.registeredDevices.insert({
    tenantId,
    deviceId,
    objectId: deviceId,
    userId,
    surface: 'phoneApp',
    aaguid: '00000000-0000-4000-8000-000000000001',
    appVersion: '1.0.0',
    evidence: 'software',
    publicKey: newKey().spki,
    serialNumber: '2a',
    expiresAt: new Date(now().getTime() + 86_400_000),
    registeredAt: now(),
    lastSeenAt: now(),
  })
  const { key, spki } = newKey()
  await putApprover(world.deps, { tenantId, deviceId, approvalKey: spki, visitor: aVisitor() })
  return { tenantId, userId, deviceId, key }
}
