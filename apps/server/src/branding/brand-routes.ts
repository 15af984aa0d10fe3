import { z } from 'zod'
import { sendProblem } from '../http/problem.ts'
import type { ServerPlugin } from '../server-deps.ts'
import { logoPlace } from './logo-address.ts'

const Address = z.object({ tenantId: z.guid(), file: z.string().regex(/^[0-9a-f]{64}\.png$/) })

/** The logos of organisations. An address is the hash of what is there, so it may be kept for ever. */
export const brandRoutes: ServerPlugin = async (app, { deps }) => {
  app.get(`${logoPlace}/:tenantId/:file`, async (request, reply) => {
    const read = Address.safeParse(request.params)
    const found =
      read.success &&
      (await deps.stores.brandImages.find(read.data.tenantId.toLowerCase(), read.data.file.slice(0, 64)))
    if (!found) return await sendProblem(deps, request, reply, { code: 'page_not_found', status: 404 })
    return reply
      .type('image/png')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .send(Buffer.from(found.png))
  })
}
