import { type App, endSession, IdentityRefusal, signingKeys, type Tenant } from '@latchkey/identity'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readBody } from '../http/read-body.ts'
import { clearSessionCookie, readSession } from '../http/session.ts'
import { findTenantBySegment } from '../http/tenant.ts'
import type { ServerDeps, ServerPlugin } from '../server-deps.ts'
import { verifyJwt } from './jwt.ts'
import { showLogoutPage } from './pages/logout-page.ts'
import { showRefusedRequest } from './pages/problem-page.ts'
import { issuerOf, routes } from './paths.ts'

interface Tenanted {
  Params: { tenant: string }
}

/** What an app asks for that signs people out. */
interface LogoutAsk {
  readonly tenant: Tenant
  readonly app: App | undefined
  /** Where the browser goes afterwards: checked, with the app's `state`. */
  readonly to: string
  readonly form: URLSearchParams
}

const Form = z.object({
  id_token_hint: z.string().optional(),
  client_id: z.string().optional(),
  post_logout_redirect_uri: z.string().optional(),
  state: z.string().optional(),
})

const Hint = z.object({ iss: z.string(), aud: z.string(), tid: z.string().optional() })

const Answer = z.object({ answer: z.enum(['yes', 'no']) })

/** Nowhere in particular. */
const signedOutPath = '/signed-out'

/**
 * RP-initiated logout. The person is asked, whatever the app sends: a link must not sign people out of everything.
 *
 * @see https://openid.net/specs/openid-connect-rpinitiated-1_0.html
 */
export const logoutRoutes: ServerPlugin = async (app, { deps }) => {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 56 * 1024 },
    (_request, body, done) => done(null, body),
  )

  const begin = async (request: FastifyRequest<Tenanted>, reply: FastifyReply) => {
    const ask = await readLogoutAsk(deps, request)
    if (ask === undefined) return await refuse(reply)
    const { tenant, to, form } = ask
    const signedIn = await readSession(deps, request, tenant.tenantId)
    if (signedIn === undefined) return reply.redirect(to, 303)
    return await showLogoutPage(reply, {
      tenant,
      app: ask.app,
      person: signedIn.person,
      action: `/${tenant.tenantId}${routes.end_session}/confirm?${form}`,
    })
  }
  app.get(`/:tenant${routes.end_session}`, begin)
  app.post(`/:tenant${routes.end_session}`, { config: { crossOrigin: 'oauth' } }, begin)

  app.post<Tenanted>(`/:tenant${routes.end_session}/confirm`, async (request, reply) => {
    const { answer } = readBody(Answer, request)
    const ask = await readLogoutAsk(deps, request)
    if (ask === undefined) throw new IdentityRefusal('invalid_input', { detail: 'post_logout_redirect_uri' })
    if (answer === 'no') return reply.send({ navigate: '/' })
    const signedIn = await readSession(deps, request, ask.tenant.tenantId)
    if (signedIn !== undefined) {
      const { tenantId, sessionId } = signedIn.session
      await endSession(deps, { tenantId, sessionId, because: 'signed_out', visitor: request.visitor })
      clearSessionCookie(deps, reply, tenantId)
    }
    return reply.send({ navigate: ask.to })
  })
}

/** Read the request, with the app's address checked. @returns `undefined` if it does not hold */
async function readLogoutAsk(
  deps: ServerDeps,
  request: FastifyRequest<Tenanted>,
): Promise<LogoutAsk | undefined> {
  const sent =
    typeof request.body === 'string'
      ? request.body
      : request.url.slice(request.url.indexOf('?') + 1 || Infinity)
  const form = new URLSearchParams(sent)
  const read = Form.safeParse(Object.fromEntries(form))
  if (!read.success) return undefined
  const { id_token_hint: idToken, client_id: clientId, post_logout_redirect_uri: uri, state } = read.data
  const tenant = await findTenant(deps, request.params.tenant, idToken)
  if (tenant === undefined) return undefined
  const hinted = idToken === undefined ? undefined : await findAudience(deps, tenant, idToken)
  // A hint that we cannot read any more says nothing; one that contradicts the request says that it is wrong.
  if (hinted !== undefined && clientId !== undefined && hinted !== clientId) return undefined
  const named = hinted ?? clientId
  const app = named === undefined ? undefined : await deps.stores.apps.find(tenant.tenantId, named)
  if (uri === undefined) return { tenant, app, to: signedOutPath, form }
  if (app?.enabled !== true || !app.postLogoutRedirectUris.includes(uri)) return undefined
  const to = new URL(uri)
  if (state !== undefined) to.searchParams.set('state', state)
  return { tenant, app, to: to.href, form }
}

async function findTenant(
  deps: ServerDeps,
  segment: string,
  idToken: string | undefined,
): Promise<Tenant | undefined> {
  const found = await findTenantBySegment(deps, segment)
  if (found?.kind !== 'any') return found?.tenant
  // On `common` the token says whose it is; it is verified with that tenant's keys afterwards.
  const payload = Buffer.from(idToken?.split('.')[1] ?? '', 'base64url').toString()
  const tid = /"tid":"([0-9a-f-]{36})"/.exec(payload)?.[1]
  return tid === undefined ? undefined : await deps.stores.tenants.find(tid)
}

async function findAudience(deps: ServerDeps, tenant: Tenant, idToken: string): Promise<string | undefined> {
  const keys = await signingKeys(deps, tenant.tenantId)
  const hint = Hint.safeParse(verifyJwt(keys, idToken))
  const isOurs = hint.success && hint.data.iss === issuerOf(deps.config.url, tenant.tenantId)
  return isOurs ? hint.data.aud : undefined
}

function refuse(reply: FastifyReply): Promise<FastifyReply> {
  return showRefusedRequest(reply, {
    error: 'invalid_request',
    description:
      'post_logout_redirect_uri must be one that is registered for the app of id_token_hint or client_id',
    status: 400,
  })
}
