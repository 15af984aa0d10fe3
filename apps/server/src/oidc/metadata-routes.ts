import { signingKeys } from '@latchkey/identity'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendProblem } from '../http/problem.ts'
import { findTenantBySegment, type TenantSegment } from '../http/tenant.ts'
import type { ServerDeps, ServerPlugin } from '../server-deps.ts'
import { writeDiscovery, writeInstanceDiscovery } from './discovery.ts'
import { routes } from './paths.ts'

/** How long verifiers may keep what does not change, in seconds. */
const metadataSeconds = 24 * 60 * 60

/** How long they may keep keys: less than the time for which a new one is published before it signs. */
const keysSeconds = 60 * 60

interface Tenanted {
  Params: { tenant: string }
}

/** What everybody may read: discovery, keys, and what MSAL asks of an instance. */
export const metadataRoutes: ServerPlugin = async (app, { deps }) => {
  const discovery = async (request: FastifyRequest<Tenanted>, reply: FastifyReply) => {
    const found = await findTenantBySegment(deps, request.params.tenant)
    if (found === undefined) return await sendNoTenant(deps, request, reply)
    const metadata = writeDiscovery(deps.config.url, found, request.params.tenant.toLowerCase())
    return sendPublic(reply, metadata, metadataSeconds)
  }
  app.get('/:tenant/v2.0/.well-known/openid-configuration', discovery)
  app.get('/:tenant/.well-known/openid-configuration', discovery)

  app.get<Tenanted>(`/:tenant${routes.jwks}`, async (request, reply) => {
    const found = await findTenantBySegment(deps, request.params.tenant)
    if (found === undefined) return await sendNoTenant(deps, request, reply)
    return sendPublic(reply, { keys: await listKeys(deps, found) }, keysSeconds)
  })

  app.get('/common/discovery/instance', (_request, reply) =>
    sendPublic(reply, writeInstanceDiscovery(deps.config.url), metadataSeconds),
  )
}

/** The keys of a tenant; of `common`, everybody's: whose a token is, its issuer says, and its key is one of these. */
async function listKeys(deps: ServerDeps, found: TenantSegment): Promise<readonly object[]> {
  if (found.kind === 'tenant') return (await signingKeys(deps, found.tenant.tenantId)).published
  const tenants = await deps.stores.tenants.list()
  const keys = await Promise.all(tenants.map(({ tenantId }) => deps.stores.signingKeys.list(tenantId)))
  const now = deps.now()
  return keys
    .flat()
    .filter(({ retiredAt }) => retiredAt === undefined || retiredAt > now)
    .map(({ publicJwk }) => JSON.parse(publicJwk))
}

function sendPublic(reply: FastifyReply, document: object, seconds: number): FastifyReply {
  return reply
    .header('cache-control', `public, max-age=${seconds}`)
    .header('access-control-allow-origin', '*')
    .type('application/json; charset=utf-8')
    .send(document)
}

function sendNoTenant(deps: ServerDeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return sendProblem(deps, request, reply, { code: 'tenant_unknown', status: 404 })
}
