import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import { deviceProofType } from '@latchkey/api/authenticator'
import { defaultTenantSettings, type Person, sha256 } from '@latchkey/identity'
import { addPerson, changeRules, createTenant, type RuleChange } from '@latchkey/identity/administer'
import { applyConfigurationPatch, configurationTypes } from '@latchkey/policy'
import type { TestWorld } from '../test-world.ts'

/** A registered device in a test: its own key proves requests. */
export interface TestDevice {
  readonly person: Person
  readonly tenantId: string
  readonly userId: string
  readonly deviceId: string
  readonly key: KeyObject
}

const operator = { actor: { kind: 'operator' } } as const

/** A key on P-256, and its public half as it is sent. */
export function newTestKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { key: privateKey, spki: new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })) }
}

/** A person with a phone that is registered, in an organisation of their own. */
export async function aRegisteredPhone(
  { deps, clock }: TestWorld,
  domain = 'juniper.example',
): Promise<TestDevice> {
  const { stores } = deps
  const { tenantId } = await createTenant(deps, {
    ...operator,
    displayName: 'Juniper',
    domain,
    settings: defaultTenantSettings,
  })
  const person = await addPerson(deps, {
    ...operator,
    tenantId,
    userName: `anna@${domain}`,
    displayName: 'Anna',
  })
  const { userId } = person
  const deviceId = randomUUID()
  const { key, spki } = newTestKey()
  await stores.devices.insert({
    tenantId,
    objectId: deviceId,
    deviceId,
    displayName: 'Pixel',
    enabled: true,
    operatingSystem: 'Android',
    operatingSystemVersion: '16',
    createdAt: clock.at,
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
    publicKey: spki,
    serialNumber: '2a',
    expiresAt: new Date(clock.at.getTime() + 86_400_000),
    registeredAt: clock.at,
    lastSeenAt: clock.at,
  })
  return { person, tenantId, userId, deviceId, key }
}

/** Ask as a device: what it says of the request is signed by its key. */
export async function askAsDevice(
  { app, deps, clock }: TestWorld,
  { tenantId, deviceId, key }: TestDevice,
  ask: {
    readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE'
    readonly path: string
    readonly body?: object
    /** Of the browser that the device is. */
    readonly cookies?: ReadonlyMap<string, string>
  },
) {
  const { method, path } = ask
  const payload = ask.body && JSON.stringify(ask.body)
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const [address = ''] = path.split('?')
  const signed = [
    part({ alg: 'ES256', typ: deviceProofType, kid: deviceId }),
    part({
      tid: tenantId,
      htm: method,
      htu: `${deps.config.url.origin}/authenticator/api${address}`,
      iat: Math.floor(clock.at.getTime() / 1000),
      jti: Buffer.from(deps.random(16)).toString('base64url'),
      ...(payload && { bh: Buffer.from(sha256(payload)).toString('base64url') }),
    }),
  ].join('.')
  const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' })
  return await app.inject({
    method,
    url: `/authenticator/api${path}`,
    headers: {
      authorization: `Device ${signed}.${signature.toString('base64url')}`,
      ...(payload && { 'content-type': 'application/json' }),
      ...(ask.cookies && { cookie: [...ask.cookies].map((pair) => pair.join('=')).join('; ') }),
    },
    ...(payload && { payload }),
  })
}

/** Let everybody of an organisation approve sign-ins. */
export async function allowApprovals({ deps }: TestWorld, tenantId: string): Promise<void> {
  const change: RuleChange = {
    kind: 'methodsPolicy',
    id: 'authenticationMethodsPolicy',
    change(before) {
      if (before === undefined) throw new Error('there is always a methods policy')
      const body = { '@odata.type': configurationTypes.MicrosoftAuthenticator, state: 'enabled' }
      const stamp = { at: deps.now().toISOString(), newId: () => '' }
      return applyConfigurationPatch(before, 'MicrosoftAuthenticator', body, stamp)
    },
  }
  await changeRules(deps, { ...operator, tenantId }, [change])
}
