import type { BegunLink, ConfirmedLink, LinkOfDevice } from '@latchkey/api/authenticator'
import {
  announceLinkUse,
  beginDeviceLink,
  confirmDeviceLink,
  IdentityRefusal,
  listDeviceLinks,
  removeLinkOfDevice,
} from '@latchkey/identity'
import { knownApps } from '@latchkey/policy'
import { z } from 'zod'
import { appTarget } from '../access/access-target.ts'
import { readBody } from '../http/read-body.ts'
import type { ServerPlugin } from '../server-deps.ts'
import { getDeviceCaller, getSessionCaller } from './callers.ts'

/** SHA-256 of something, in base64url. */
const Hash = z
  .string()
  .regex(/^[\w-]{43}$/)
  .transform((text) => new Uint8Array(Buffer.from(text, 'base64url')))

export const BeginLink = z.object({ deviceId: z.uuid() })

export const ConfirmLink = z.object({
  handshakeHash: Hash,
  contactId: z
    .string()
    .regex(/^[\w-]{22}$/)
    .optional(),
})

export const AnnounceUse = z.object({ clientDataHash: Hash })

const authorized = { config: { crossOrigin: 'authorized' as const } }
const base = '/authenticator/api/links'

/** @throws IdentityRefusal `link_unknown` for what is no id of one */
function readLinkId(params: unknown): string {
  const read = z.object({ id: z.uuid() }).safeParse(params)
  if (!read.success) throw new IdentityRefusal('link_unknown')
  return read.data.id
}

/** Links between devices of ours: begun by a session, confirmed and used by the devices themselves. */
export const linkRoutes: ServerPlugin = async (app, { deps }) => {
  app.post(`${base}/begin`, authorized, async (request, reply): Promise<BegunLink> => {
    const { session } = await getSessionCaller(deps, request, appTarget(knownApps.securityInfo))
    const { deviceId } = readBody(BeginLink, request)
    const { linkId, expiresAt } = await beginDeviceLink(deps, { session, clientDeviceId: deviceId })
    void reply.code(201)
    return { linkId, expiresAt: expiresAt.toISOString() }
  })

  app.post(`${base}/:id/confirm`, authorized, async (request): Promise<ConfirmedLink> => {
    const { device, person } = await getDeviceCaller(deps, request)
    const { handshakeHash, contactId } = readBody(ConfirmLink, request)
    const { linkId, state } = await confirmDeviceLink(deps, {
      device,
      person,
      linkId: readLinkId(request.params),
      handshakeHash,
      ...(contactId !== undefined && { contactId }),
      visitor: request.visitor,
    })
    return { linkId, state }
  })

  app.post(`${base}/:id/uses`, authorized, async (request, reply) => {
    const { device } = await getDeviceCaller(deps, request)
    const { clientDataHash } = readBody(AnnounceUse, request)
    await announceLinkUse(deps, { device, linkId: readLinkId(request.params), clientDataHash })
    return reply.code(201).send({})
  })

  app.get(base, authorized, async (request): Promise<{ readonly value: readonly LinkOfDevice[] }> => {
    const { device } = await getDeviceCaller(deps, request)
    const links = await listDeviceLinks(deps, device)
    return {
      value: links.flatMap(({ linkId, clientDeviceId, authenticatorDeviceId, contactId, ...named }) => {
        const isClient = clientDeviceId === device.deviceId
        if (contactId === undefined || !(isClient || authenticatorDeviceId === device.deviceId)) return []
        const other = isClient ? named.authenticator : named.client
        return [
          { linkId, end: isClient ? ('client' as const) : ('authenticator' as const), other, contactId },
        ]
      }),
    }
  })

  app.delete(`${base}/:id`, authorized, async (request) => {
    const { device } = await getDeviceCaller(deps, request)
    await removeLinkOfDevice(deps, {
      device,
      linkId: readLinkId(request.params),
      visitor: request.visitor,
    })
    return {}
  })
}
