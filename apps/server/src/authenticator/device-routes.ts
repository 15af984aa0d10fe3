import { type RegisteredAnswer, type RenewedAnswer, surfaces } from '@latchkey/api/authenticator'
import { registerDevice, renewDevice } from '@latchkey/identity'
import { z } from 'zod'
import { registerDeviceTarget } from '../access/access-target.ts'
import { readBody } from '../http/read-body.ts'
import type { ServerPlugin } from '../server-deps.ts'
import { getDeviceCaller, getSessionCaller } from './callers.ts'
import { toAccount, toBase64url, toDevice } from './to-device.ts'

/** Bytes in base64url: a request for a certificate is a few hundred. */
const Bytes = z
  .string()
  .max(8000)
  .regex(/^[\w-]+$/)
  .transform((text) => new Uint8Array(Buffer.from(text, 'base64url')))

const Tpm = z.object({ attestationKey: Bytes, deviceKey: Bytes, certifyInfo: Bytes, signature: Bytes })

export const RegisterDevice = z.object({
  surface: z.enum(surfaces),
  name: z.string().max(200),
  operatingSystem: z.string().max(200),
  operatingSystemVersion: z.string().max(200),
  appVersion: z.string().max(40),
  csr: Bytes,
  formerDeviceId: z.uuid().optional(),
  tpm: Tpm.optional(),
})

export const RenewDevice = z.object({ csr: Bytes })

const authorized = { config: { crossOrigin: 'authorized' as const } }

/** Registering a device, and giving it another certificate. */
export const deviceRoutes: ServerPlugin = async (app, { deps }) => {
  app.post('/authenticator/api/devices', authorized, async (request, reply): Promise<RegisteredAnswer> => {
    const { session, tenant } = await getSessionCaller(deps, request, registerDeviceTarget)
    const { csr, formerDeviceId, tpm, ...description } = readBody(RegisterDevice, request)
    const { device, x5c, person } = await registerDevice(deps, {
      session,
      visitor: request.visitor,
      description,
      csr,
      ...(formerDeviceId !== undefined && { formerDeviceId }),
      ...(tpm !== undefined && { tpm }),
    })
    void reply.code(201)
    return {
      device: toDevice(deps, tenant, device),
      account: toAccount(deps, tenant, person),
      x5c: x5c.map(toBase64url),
    }
  })

  app.post('/authenticator/api/devices/renew', authorized, async (request): Promise<RenewedAnswer> => {
    const { device, tenant, person } = await getDeviceCaller(deps, request)
    const { csr } = readBody(RenewDevice, request)
    const renewed = await renewDevice(deps, {
      device,
      csr,
      actor: { kind: 'person', userId: person.userId },
      correlationId: request.visitor.correlationId,
      ipAddress: request.visitor.ipAddress,
    })
    return { device: toDevice(deps, tenant, renewed.device), x5c: renewed.x5c.map(toBase64url) }
  })
}
