import type { ServerPlugin } from '../server-deps.ts'
import { writeOpenApi } from './write-openapi.ts'

/** `/openapi.json`: our own HTTP API, described. Written when somebody asks for the first time. */
export const openApiRoutes: ServerPlugin = async (app, { deps }) => {
  let written: string | undefined
  app.get('/openapi.json', async (_request, reply) => {
    written ??= JSON.stringify(writeOpenApi(deps.config.url))
    return reply
      .header('cache-control', 'public, max-age=3600')
      .type('application/json; charset=utf-8')
      .send(written)
  })
}
