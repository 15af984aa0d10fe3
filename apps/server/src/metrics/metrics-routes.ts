import type { ServerPlugin } from '../server-deps.ts'

/** `/metrics`, for the networks of `LATCHKEY_METRICS_FROM` alone; to others there is no such page. */
export const metricsRoutes: ServerPlugin = async (app, { deps }) => {
  app.get('/metrics', async (request, reply) => {
    if (!deps.config.metricsFrom.has(request.visitor.ipAddress)) return reply.callNotFound()
    const { contentType, text } = await deps.metrics.render()
    return reply.type(contentType).send(text)
  })
}
