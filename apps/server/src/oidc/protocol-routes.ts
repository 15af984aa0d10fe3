import { IdentityRefusal, type Tenant } from '@latchkey/identity'
import { words } from '@latchkey/words'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { sendProblem } from '../http/problem.ts'
import { findTenantBySegment } from '../http/tenant.ts'
import type { ServerDeps, ServerPlugin } from '../server-deps.ts'
import { answerExchange, completeJson, describeFailure } from './answer-exchange.ts'
import { askLimit, requireModestForm } from './ask-limit.ts'
import { askProvider } from './ask-provider.ts'
import { findAskedAt } from './asked-at.ts'
import { prepareAuthorization } from './authorize-form.ts'
import { chooseTenant } from './choose-tenant.ts'
import { deviceGrant } from './client-metadata.ts'
import type { Exchange } from './exchange.ts'
import { showRefusedRequest } from './pages/problem-page.ts'
import { devicePath, routes } from './paths.ts'
import type { ProviderPool } from './provider-pool.ts'
import { findTenantOfToken } from './token-tenant.ts'

/** The largest form we take. */
const largestForm = 56 * 1024

/** The longest posted request that is led on as an address: it must fit into 16 KB of headers, with our cookies. */
const longestQuery = 10 * 1024

/** Endpoints that apps call, by a secret or a verifier of theirs and not by a cookie. */
const byApps = { config: { crossOrigin: 'oauth' as const } }

interface Tenanted {
  Params: { tenant: string; uid?: string }
}

/** The endpoints that the provider answers: authorize, token, userinfo, device codes, revocation. */
export const protocolRoutes = (pool: ProviderPool): ServerPlugin => {
  return async (app, { deps }) => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: largestForm },
      (_request, body, done) => done(null, body),
    )
    const limit = askLimit(deps.now)

    const authorize = async (request: FastifyRequest<Tenanted>, reply: FastifyReply) => {
      const found = await findTenantBySegment(deps, request.params.tenant)
      if (found === undefined) return await sendNoTenant(deps, request, reply)
      limit.count('authorize', request.visitor.ipAddress)
      const sent = readForm(request)
      requireModestForm(sent)
      if (found.kind === 'any') return await chooseTenant(deps, { request, reply, sent })
      const form = prepareAuthorization(sent, findAskedAt(deps, request, sent) ?? deps.now())
      return await ask(deps, pool, reply, {
        path: routes.authorization,
        exchange: { request, tenant: found.tenant, form },
      })
    }
    app.get(`/:tenant${routes.authorization}`, authorize)
    // An app may send its request as a form. Browsers bring our cookies only when they navigate, so they are made to.
    app.post<Tenanted>(`/:tenant${routes.authorization}`, byApps, async (request, reply) => {
      const query = readForm(request).toString()
      if (query.length > longestQuery) {
        const description = 'the request is too long'
        return await showRefusedRequest(reply, { error: 'invalid_request', description, status: 413 })
      }
      // Or an encoded slash at its beginning would make a path of it that leads to another host.
      const tenant = encodeURIComponent(request.params.tenant)
      return reply.redirect(`/${tenant}${routes.authorization}?${query}`, 303)
    })

    app.get<Tenanted>(`/:tenant${routes.authorization}/:uid`, async (request, reply) => {
      const found = await findTenantBySegment(deps, request.params.tenant)
      if (found?.kind !== 'tenant') return await sendNoTenant(deps, request, reply)
      return await ask(deps, pool, reply, {
        path: `${routes.authorization}/${encodeURIComponent(request.params.uid ?? '')}`,
        exchange: { request, tenant: found.tenant, form: new URLSearchParams() },
      })
    })

    for (const path of [routes.token, routes.device_authorization, routes.revocation, routes.userinfo]) {
      const call = async (request: FastifyRequest<Tenanted>, reply: FastifyReply) => {
        const form = readForm(request)
        if (path === routes.device_authorization) limit.count('deviceCode', request.visitor.ipAddress)
        // Entra's short name, which MSAL uses.
        if (form.get('grant_type') === 'device_code') form.set('grant_type', deviceGrant)
        const tenant = await findTenantOfCall(deps, { segment: request.params.tenant, path }, form)
        if (tenant === undefined) return sendUnknownTenant(deps, request, reply)
        const exchange: Exchange = { request, tenant, form }
        const answer = await askProvider(deps.config, await pool.get(tenant.tenantId), { path, exchange })
        const told = path === routes.device_authorization ? tellWhereToType(deps, answer) : answer
        return await answerExchange(reply, exchange, completeJson(deps, exchange, told))
      }
      app.post<Tenanted>(`/:tenant${path}`, { ...byApps, errorHandler: answerFailure(deps) }, call)
      app.options(`/:tenant${path}`, allowToAsk)
      if (path === routes.userinfo) app.get(`/:tenant${path}`, call)
    }
  }
}

/**
 * Let a page of another site ask: the browser wants to know before it sends what such a page may not send by a form.
 * Whether that page may read the answer is decided with the answer, when the app is known.
 */
function allowToAsk(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { origin = '*', 'access-control-request-headers': headers } = request.headers
  if (headers !== undefined) void reply.header('access-control-allow-headers', headers)
  return reply
    .code(204)
    .header('vary', 'Origin')
    .header('access-control-allow-origin', origin)
    .header('access-control-allow-methods', 'GET, POST')
    .header('access-control-max-age', '3600')
    .send()
}

/** What apps are told when a request of theirs failed before the provider saw it: in OAuth's words. */
function answerFailure(deps: ServerDeps) {
  return async (error: FastifyError | IdentityRefusal, request: FastifyRequest, reply: FastifyReply) => {
    if (error instanceof IdentityRefusal && error.code === 'too_many_attempts') {
      request.log.info({ code: error.code, detail: error.detail }, 'refused')
      return await reply
        .code(429)
        .header('retry-after', '60')
        .send({
          error: 'slow_down',
          error_description: 'too many requests from this network',
          ...describeFailure(deps, request.id),
        })
    }
    const isTheirs = 'statusCode' in error && error.statusCode !== undefined && error.statusCode < 500
    if (isTheirs) request.log.info({ code: error.code }, 'refused')
    else request.log.error({ err: error }, 'fault')
    return await reply.code(isTheirs ? 400 : 500).send({
      error: isTheirs ? 'invalid_request' : 'server_error',
      error_description: isTheirs ? 'the body must be a form that can be read' : 'the server met an error',
      ...describeFailure(deps, request.id),
    })
  }
}

async function ask(
  deps: ServerDeps,
  pool: ProviderPool,
  reply: FastifyReply,
  { path, exchange }: { readonly path: string; readonly exchange: Exchange },
): Promise<FastifyReply> {
  const provider = await pool.get(exchange.tenant.tenantId)
  return await answerExchange(reply, exchange, await askProvider(deps.config, provider, { path, exchange }))
}

/** Read what was sent: the form of a POST, else the query. */
function readForm(request: FastifyRequest): URLSearchParams {
  if (request.method === 'POST') {
    return new URLSearchParams(typeof request.body === 'string' ? request.body : '')
  }
  const query = request.url.indexOf('?')
  return new URLSearchParams(query === -1 ? '' : request.url.slice(query + 1))
}

/**
 * Find the tenant of a call. On `common` it is the one that the code or the token names, which its provider then looks
 * for; what names none (a daemon's own credentials, say) is nobody's. A device that asks for a code there may mean the
 * only one there is.
 */
async function findTenantOfCall(
  deps: Pick<ServerDeps, 'stores'>,
  { segment, path }: { readonly segment: string; readonly path: string },
  form: URLSearchParams,
): Promise<Tenant | undefined> {
  const found = await findTenantBySegment(deps, segment)
  if (found?.kind === 'tenant') return found.tenant
  if (found === undefined) return undefined
  const token = form.get('code') ?? form.get('refresh_token') ?? form.get('device_code') ?? form.get('token')
  const tenantId = token === null ? undefined : findTenantOfToken(token)
  if (tenantId !== undefined) return await deps.stores.tenants.find(tenantId)
  if (path !== routes.device_authorization) return undefined
  const [only, ...others] = await deps.stores.tenants.list()
  return others.length === 0 ? only : undefined
}

function sendUnknownTenant(deps: ServerDeps, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.code(400).send({
    error: 'invalid_request',
    error_description: 'the tenant is unknown; use its own endpoint, with its id or a domain in the path',
    ...describeFailure(deps, request.id),
  })
}

function sendNoTenant(deps: ServerDeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return sendProblem(deps, request, reply, { code: 'tenant_unknown', status: 404 })
}

/** One short address for every tenant, and no link that has the code in it: whoever types it has seen the device. */
function tellWhereToType(deps: ServerDeps, answer: Awaited<ReturnType<typeof askProvider>>) {
  const { body } = answer
  if (typeof body !== 'object' || body === null || !('user_code' in body)) return answer
  const url = new URL(devicePath, deps.config.url).href
  const message = words().oidc.device.instruction({ url, code: String(body.user_code) })
  return {
    ...answer,
    body: { ...body, verification_uri: url, verification_uri_complete: undefined, interval: 5, message },
  }
}
