import { endSession, endSessionsOfPerson, IdentityRefusal, listSessions } from '@latchkey/identity'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { clearSessionCookie } from '../http/session.ts'
import type { ServerPlugin } from '../server-deps.ts'
import { getVisit } from './enter-portal.ts'

/** One's own sessions. */
export const accountRoutes: ServerPlugin = async (app, { deps }) => {
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
