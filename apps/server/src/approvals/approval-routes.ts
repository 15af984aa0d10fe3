import type {
  ApprovalOutcomeAnswer,
  ApprovalSetupAnswer,
  WaitingRequestsAnswer,
} from '@latchkey/api/authenticator'
import {
  answerApproval,
  IdentityRefusal,
  type Person,
  putApprover,
  removeApproverOfDevice,
  type Session,
} from '@latchkey/identity'
import { knownApps } from '@latchkey/policy'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { appTarget, registerTarget } from '../access/access-target.ts'
import { decideVisit } from '../access/decide-visit.ts'
import { getDeviceCaller, getSessionCaller, isByDevice } from '../authenticator/callers.ts'
import { readBody } from '../http/read-body.ts'
import { readSession } from '../http/session.ts'
import { requireReachable } from '../log-streams/reachable.ts'
import type { ServerDeps, ServerPlugin } from '../server-deps.ts'
import { toReachable } from './push-to-device.ts'
import { readWaiting } from './read-waiting.ts'
import { waitUntil } from './wait-until.ts'
import { getVapidKey } from './web-push/vapid.ts'

const Bytes = z
  .string()
  .max(400)
  .regex(/^[\w-]+$/)
  .transform((text) => new Uint8Array(Buffer.from(text, 'base64url')))

export const SetUpApprovals = z.object({
  approvalKey: Bytes,
  subscription: z
    .object({ endpoint: z.url().max(1024), keys: z.object({ p256dh: Bytes, auth: Bytes }) })
    .optional(),
})

export const AnswerRequest = z.object({ approval: z.string().max(4096) })

/** In seconds. What is none of them asks for an answer at once. */
const Wait = z.object({ wait: z.coerce.number().int().min(0).max(25).catch(0) })

const authorized = { config: { crossOrigin: 'authorized' as const } }

/** A registered device that approves sign-ins: how it says so, what waits for it, and its answers. */
export const approvalRoutes: ServerPlugin = async (app, { deps }) => {
  app.put('/authenticator/api/push', authorized, async (request): Promise<ApprovalSetupAnswer> => {
    const { device } = await getDeviceCaller(deps, request)
    const { approvalKey, subscription } = readBody(SetUpApprovals, request)
    const session = await findOwnersSession(deps, request, device)
    if (subscription !== undefined) requirePushService(deps, subscription.endpoint)
    await putApprover(deps, {
      tenantId: device.tenantId,
      deviceId: device.deviceId,
      approvalKey,
      ...(subscription && { subscription: { endpoint: subscription.endpoint, ...subscription.keys } }),
      session,
      visitor: request.visitor,
    })
    return {
      applicationServerKey: (await getVapidKey(deps)).publicKey,
      subscribed: subscription !== undefined,
    }
  })

  // Asked first: a browser subscribes for one server's key.
  app.get('/authenticator/api/push', authorized, async () => ({
    applicationServerKey: (await getVapidKey(deps)).publicKey,
  }))

  app.delete('/authenticator/api/push', authorized, async (request) => {
    const { device } = await getDeviceCaller(deps, request)
    await removeApproverOfDevice(deps, { device, visitor: request.visitor })
    return {}
  })

  app.get(
    '/authenticator/api/requests',
    authorized,
    async (request, reply): Promise<WaitingRequestsAnswer> => {
      const { wait } = Wait.parse(request.query)
      const { person, who } = await findOwner(deps, request)
      const gone = new AbortController()
      reply.raw.on('close', () => gone.abort())
      return await waitUntil(
        () => readWaiting(deps, person),
        ({ requests }) => requests.length > 0,
        { who, seconds: wait, given: gone.signal, server: app },
      )
    },
  )

  app.post<{ Params: { id: string } }>(
    '/authenticator/api/requests/:id/answer',
    authorized,
    async (request): Promise<ApprovalOutcomeAnswer> => {
      const { device } = await getDeviceCaller(deps, request)
      const { outcome, pausedUntil } = await answerApproval(deps, {
        tenantId: device.tenantId,
        deviceId: device.deviceId,
        requestId: request.params.id,
        approval: readBody(AnswerRequest, request).approval,
        visitor: request.visitor,
      })
      return { outcome, ...(pausedUntil && { pausedUntil: pausedUntil.toISOString() }) }
    },
  )
}

/** The session of a device's owner in the very browser that asks as the device, if rules let it register anything. */
async function findOwnersSession(
  deps: ServerDeps,
  request: FastifyRequest,
  { tenantId, userId }: { readonly tenantId: string; readonly userId: string },
): Promise<Session | undefined> {
  const here = await readSession(deps, request, tenantId)
  if (here?.person.userId !== userId) return undefined
  const { visitor } = request
  const { outcome } = await decideVisit(deps, { ...here, asked: registerTarget, visitor })
  return outcome === 'allowed' ? here.session : undefined
}

/** Whose inbox it is: the device's owner's, or that of a session about a device of its person. */
async function findOwner(
  deps: ServerDeps,
  request: FastifyRequest,
): Promise<{ readonly person: Person; readonly who: string }> {
  if (isByDevice(request)) {
    const { device, person } = await getDeviceCaller(deps, request)
    return { person, who: `device ${device.tenantId} ${device.deviceId}` }
  }
  const { person } = await getSessionCaller(deps, request, appTarget(knownApps.securityInfo))
  const asked = z.object({ deviceId: z.uuid() }).safeParse(request.query)
  const device =
    asked.success && (await deps.stores.registeredDevices.find(person.tenantId, asked.data.deviceId))
  if (!device || device.userId !== person.userId) throw new IdentityRefusal('device_unknown')
  return { person, who: `person ${person.tenantId} ${person.userId}` }
}

/** @throws IdentityRefusal `invalid_input` for an address that nothing may be sent to */
function requirePushService(deps: ServerDeps, address: string): void {
  const endpoint = new URL(address)
  try {
    if (endpoint.protocol !== 'https:') throw new Error('not https')
    requireReachable(endpoint.hostname.replace(/^\[|\]$/g, ''), toReachable(deps, endpoint))
  } catch (cause) {
    throw new IdentityRefusal('invalid_input', { detail: 'subscription', cause })
  }
}
