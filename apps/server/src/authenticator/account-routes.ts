import type { AccountAnswer, AccountMethod, AccountPasskey } from '@latchkey/api/authenticator'
import { IdentityRefusal, type KnownDevice, type Person, type Tenant } from '@latchkey/identity'
import { knownApps } from '@latchkey/policy'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { appTarget } from '../access/access-target.ts'
import { readMethods, type ShownPasskey } from '../security-info/read-methods.ts'
import type { ServerDeps, ServerPlugin } from '../server-deps.ts'
import { getDeviceCaller, getSessionCaller, isByDevice } from './callers.ts'
import { readOffers } from './read-offers.ts'
import { toAccount, toBase64url, toDevice } from './to-device.ts'

/** What the account is, for the device that asks, or for a session that asks about one of its person's devices. */
export const accountRoutes: ServerPlugin = async (app, { deps }) => {
  app.get('/authenticator/api/account', async (request): Promise<AccountAnswer> => {
    const asking = isByDevice(request)
      ? await getDeviceCaller(deps, request)
      : await getOwnDevice(deps, request)
    const { device, person, tenant } = asking
    const methods = await readMethods(deps, person)
    return {
      account: toAccount(deps, tenant, person),
      device: toDevice(deps, tenant, device),
      passkeys: methods.passkeys
        .filter((passkey) => passkey.device?.live !== false)
        .map((passkey) => toAccountPasskey(passkey, device)),
      methods: [
        ...(methods.password === undefined ? [] : [{ kind: 'password' } as const]),
        ...methods.totps.map(({ totpId, name }) => ({ kind: 'code', name, id: totpId }) as const),
        ...methods.approvers.map(({ deviceId, name }) => ({ kind: 'push', name, id: deviceId }) as const),
        ...(methods.pass === undefined ? [] : [{ kind: 'temporaryAccessPass' } as const]),
      ] satisfies readonly AccountMethod[],
      offers: await readOffers(deps, { person, tenant, device }),
    }
  })
}

interface OfDevice {
  readonly device: KnownDevice
  readonly person: Person
  readonly tenant: Tenant
}

/** @throws IdentityRefusal `device_unknown` for what is not a device of this person's */
async function getOwnDevice(deps: ServerDeps, request: FastifyRequest): Promise<OfDevice> {
  const { person, tenant } = await getSessionCaller(deps, request, appTarget(knownApps.securityInfo))
  const asked = z.object({ deviceId: z.uuid() }).safeParse(request.query)
  const device =
    asked.success && (await deps.stores.registeredDevices.find(person.tenantId, asked.data.deviceId))
  if (!device || device.userId !== person.userId) throw new IdentityRefusal('device_unknown')
  return { device, person, tenant }
}

/** A passkey of the account, wherever it is kept. */
export function toAccountPasskey(passkey: ShownPasskey, device: KnownDevice | undefined): AccountPasskey {
  const { id, name, model, backupEligible, createdAt, lastUsedAt } = passkey
  return {
    id: toBase64url(id),
    name,
    ...(model.name !== undefined && { model: model.name }),
    synced: backupEligible,
    here: device !== undefined && passkey.device?.deviceId === device.deviceId,
    createdAt: createdAt.toISOString(),
    ...(lastUsedAt && { lastUsedAt: lastUsedAt.toISOString() }),
  }
}
