import type { ServerPlugin } from '../server-deps.ts'

/** `/openapi.json`: our own HTTP API, described. Loaded and written when somebody asks for the first time. */
export const openApiRoutes: ServerPlugin = async (app, { deps }) => {
  let written: string | undefined
  app.get('/openapi.json', async (_request, reply) => {
    if (written === undefined) {
      const { writeOpenApi } = await import('./write-openapi.ts')
      written = JSON.stringify(writeOpenApi(deps.config.url))
    }
    return reply
      .header('cache-control', 'public, max-age=3600')
      .type('application/json; charset=utf-8')
      .send(written)
  })
}
