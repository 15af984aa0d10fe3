import { endSession } from '@latchkey/identity'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { clearSessionCookie, readSession } from '../../http/session.ts'
import type { ServerDeps } from '../../server-deps.ts'

/** Sign this browser out: the session ends everywhere it is known, and the apps are told. */
export async function answerSignOut(
  deps: ServerDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<object> {
  const signedIn = await readSession(deps, request)
  if (signedIn !== undefined) {
    const { tenantId, sessionId } = signedIn.session
    await endSession(deps, { tenantId, sessionId, because: 'signed_out', visitor: request.visitor })
    clearSessionCookie(deps, reply, tenantId)
  }
  return { navigate: '/signed-out' }
}
