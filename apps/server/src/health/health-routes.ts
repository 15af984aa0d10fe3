import { databaseReady } from '@latchkey/store'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ServerPlugin } from '../server-deps.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether we were told to stop: requests are still answered, and no new ones should be sent here. */
    draining: { active: boolean }
  }
}

/** While stopping, ask every client to come back on another connection. */
export async function askToReconnect(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (request.server.draining.active) void reply.header('connection', 'close')
}

/** `/healthz`: the process lives. `/readyz`: requests may be sent here. */
export const healthRoutes: ServerPlugin = async (app, { deps }) => {
  app.get('/healthz', async () => ({ status: 'ok' }))

  app.get('/readyz', async (request, reply) => {
    if (app.draining.active) return reply.code(503).send({ status: 'stopping' })
    if (await databaseReady(deps.stores)) return { status: 'ready' }
    request.log.error('the database does not answer')
    return reply.code(503).send({ status: 'database_unavailable' })
  })
}
