import {
  changePassword,
  endSession,
  endSessionsOfPerson,
  finishTotp,
  IdentityRefusal,
  listSessions,
  putDefaultMethod,
  removeTotp,
} from '@latchkey/identity'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { registerTarget } from '../access/access-target.ts'
import { readBody } from '../http/read-body.ts'
import { clearSessionCookie } from '../http/session.ts'
import type { ServerPlugin } from '../server-deps.ts'
import { getVisit } from './enter-portal.ts'

export const AddCodes = z.object({
  sealed: z.string().max(1024),
  code: z.string().transform((text) => text.replace(/\s/g, '')),
  name: z.string().trim().min(1).max(60),
})

export const ChangePassword = z.object({ current: z.string().max(1024), next: z.string().max(1024) })

export const DefaultMethod = z.object({ method: z.enum(['', 'passkey', 'password']) })

/** One's own one-time codes, password, default way to sign in, and sessions. */
export const accountRoutes: ServerPlugin = async (app, { deps }) => {
  app.post('/security-info/codes', async (request) => {
    const { session } = await getVisit(deps, request, registerTarget)
    await finishTotp(deps, { session, ...readBody(AddCodes, request), visitor: request.visitor })
    return { navigate: '/security-info' }
  })

  app.post('/security-info/codes/:id/remove', async (request) => {
    const { session } = await getVisit(deps, request)
    await removeTotp(deps, { session, totpId: readId(request), visitor: request.visitor })
    return { navigate: '/security-info' }
  })

  app.post('/security-info/password', async (request) => {
    const { session } = await getVisit(deps, request, registerTarget)
    const { current, next } = readBody(ChangePassword, request)
    await changePassword(deps, { session, current, next, visitor: request.visitor })
    return { navigate: '/security-info' }
  })

  app.post('/security-info/default', async (request) => {
    const { session } = await getVisit(deps, request)
    const { method } = readBody(DefaultMethod, request)
    await putDefaultMethod(deps, {
      session,
      method: method === '' ? undefined : method,
      visitor: request.visitor,
    })
    return {}
  })

  app.post('/security-info/sessions/:id/end', async (request) => {
    const { person } = await getVisit(deps, request)
    const { tenantId, userId } = person
    const sessionId = readId(request)
    const own = await listSessions(deps, tenantId, userId)
    if (!own.some((session) => session.sessionId === sessionId)) throw new IdentityRefusal('not_found')
    await endSession(deps, { tenantId, sessionId, because: 'ended_by_person', visitor: request.visitor })
    return { navigate: '/security-info' }
  })

  app.post('/security-info/sessions/end-all', async (request, reply) => {
    const { person } = await getVisit(deps, request)
    const { tenantId, userId } = person
    await endSessionsOfPerson(deps, {
      tenantId,
      userId,
      because: 'signed_out_everywhere',
      actor: { kind: 'person', userId },
      correlationId: request.visitor.correlationId,
      ipAddress: request.visitor.ipAddress,
    })
    clearSessionCookie(deps, reply, tenantId)
    return { navigate: '/signed-out' }
  })
}

/** @throws IdentityRefusal `not_found` */
function readId(request: FastifyRequest): string {
  const read = z.object({ id: z.string().min(1).max(64) }).safeParse(request.params)
  if (!read.success) throw new IdentityRefusal('not_found')
  return read.data.id
}
