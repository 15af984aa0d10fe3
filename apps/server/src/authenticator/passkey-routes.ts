import type { BegunPasskey, FinishedPasskey } from '@latchkey/api/authenticator'
import {
  beginRegistration,
  finishRegistration,
  IdentityRefusal,
  removePasskeyOfDevice,
} from '@latchkey/identity'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { registerTarget } from '../access/access-target.ts'
import { readBody } from '../http/read-body.ts'
import { ensureVisit } from '../http/visitor.ts'
import { readMethods } from '../security-info/read-methods.ts'
import type { ServerPlugin } from '../server-deps.ts'
import { noteRegistrationStep } from '../steps/note-registration-step.ts'
import { toAccountPasskey } from './account-routes.ts'
import { getDeviceCaller, getSessionCaller } from './callers.ts'
import { toBase64url } from './to-device.ts'

export const FinishAuthenticatorPasskey = z.object({
  response: z.unknown(),
  name: z.string().trim().min(1).max(60).optional(),
})

const binding = { purpose: 'register', context: 'authenticator' } as const
const authorized = { config: { crossOrigin: 'authorized' as const } }

/** Passkeys that an authenticator of ours makes, and takes away again. */
export const passkeyRoutes: ServerPlugin = async (app, { deps }) => {
  app.post('/authenticator/api/passkeys/begin', authorized, async (request, reply): Promise<BegunPasskey> => {
    const { session, by } = await getSessionCaller(deps, request, registerTarget)
    // Nothing but a browser keeps the cookie that a challenge is bound to; a token is bound to its session anyway.
    if (by === 'cookie') ensureVisit(deps, request, reply)
    noteRegistrationStep(request, session, 'started')
    const options = await beginRegistration(deps, {
      session,
      visitor: request.visitor,
      binding,
      attachment: 'platform',
      hints: ['client-device'],
    })
    return { options }
  })

  app.post('/authenticator/api/passkeys/finish', authorized, async (request): Promise<FinishedPasskey> => {
    const { session, person } = await getSessionCaller(deps, request, registerTarget)
    const { response, name } = readBody(FinishAuthenticatorPasskey, request)
    noteRegistrationStep(request, session, 'promptShown')
    const made = await finishRegistration(deps, {
      session,
      visitor: request.visitor,
      binding,
      response,
      name: name ?? 'Latchkey Authenticator',
      kind: 'provider',
      by: 'device of ours',
      createdBy: 'self',
    })
    const { passkeys } = await readMethods(deps, person)
    const kept = passkeys.find(({ id }) => toBase64url(id) === toBase64url(made.id))
    if (kept === undefined) throw new IdentityRefusal('not_found', { detail: 'passkey' })
    return { passkey: { ...toAccountPasskey(kept, undefined), here: true } }
  })

  app.delete('/authenticator/api/passkeys/:id', authorized, async (request) => {
    const { device } = await getDeviceCaller(deps, request)
    await removePasskeyOfDevice(deps, { device, credentialId: readId(request), visitor: request.visitor })
    return {}
  })
}

/** @throws IdentityRefusal `not_found` for what cannot be the id of a passkey */
function readId(request: FastifyRequest): Uint8Array {
  const read = z.object({ id: z.string().regex(/^[\w-]{1,1364}$/) }).safeParse(request.params)
  if (!read.success) throw new IdentityRefusal('not_found')
  return new Uint8Array(Buffer.from(read.data.id, 'base64url'))
}
