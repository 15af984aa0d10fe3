import { type App, IdentityRefusal, mayAct, rememberConsent, type Tenant } from '@latchkey/identity'
import { freshMfaSeconds, freshProofs, satisfies } from '@latchkey/policy'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readBody } from '../http/read-body.ts'
import { readSession, type SignedInVisitor } from '../http/session.ts'
import { findTenantBySegment } from '../http/tenant.ts'
import { html } from '../page/html.ts'
import { requestWords } from '../page/request-words.ts'
import type { ServerDeps, ServerPlugin } from '../server-deps.ts'
import { beginSignIn } from '../sign-in/begin-sign-in.ts'
import { findResourceName } from './find-app.ts'
import { showRefusedRequest } from './pages/problem-page.ts'
import { showQuestionPage } from './pages/question-page.ts'
import { type AskedScopes, scopeList } from './pages/scope-list.ts'
import { findResource, ofOneResource, openidScopes } from './scopes.ts'

interface Tenanted {
  Params: { tenant: string }
}

/** A request that an administrator agrees for everybody: which app, to what, and where to go afterwards. */
interface AdminConsentAsk {
  readonly tenant: Tenant
  readonly app: App
  readonly scopes: readonly string[]
  readonly redirectUri: string
  readonly state: string | undefined
  readonly query: URLSearchParams
}

const Query = z.object({
  client_id: z.string(),
  redirect_uri: z.string(),
  scope: z.string().optional(),
  state: z.string().optional(),
})

const Answer = z.object({ answer: z.enum(['yes', 'no']) })

/** An administrator agrees for everybody to what an app asks. Needs a fresh sign-in: it binds everybody. */
export const adminConsentRoutes: ServerPlugin = async (app, { deps }) => {
  const begin = async (request: FastifyRequest<Tenanted>, reply: FastifyReply) => {
    const ask = await readAsk(deps, request)
    if (ask === undefined) return await refuse(reply)
    const signedIn = await findFresh(deps, request, ask.tenant)
    if (signedIn === undefined) return reply.redirect(signInFor(deps, request, reply, ask), 303)
    if (!(await mayAgree(deps, signedIn))) throw new IdentityRefusal('not_permitted')
    const resourceName = await findResourceName(deps, ask.tenant.tenantId, ask.scopes)
    return await showAdminConsentPage(reply, { ...ask, resourceName }, signedIn)
  }
  app.get('/:tenant/v2.0/adminconsent', begin)
  app.get('/:tenant/adminconsent', begin)

  app.post<Tenanted>('/:tenant/v2.0/adminconsent', async (request, reply) => {
    const { answer } = readBody(Answer, request)
    const ask = await readAsk(deps, request)
    if (ask === undefined) throw new IdentityRefusal('invalid_input', { detail: 'redirect_uri' })
    const { tenant, app: client, scopes } = ask
    if (answer === 'no') return reply.send({ navigate: refusal(ask) })
    const signedIn = await findFresh(deps, request, tenant)
    if (signedIn === undefined) throw new IdentityRefusal('fresh_sign_in_needed')
    await rememberConsent(deps, {
      tenantId: tenant.tenantId,
      clientId: client.clientId,
      userId: '',
      scopes,
      actor: { kind: 'person', userId: signedIn.person.userId },
      correlationId: request.id,
      ipAddress: request.visitor.ipAddress,
    })
    return reply.send({ navigate: agreement(ask) })
  })
}

async function readAsk(
  deps: ServerDeps,
  request: FastifyRequest<Tenanted>,
): Promise<AdminConsentAsk | undefined> {
  const found = await findTenantBySegment(deps, request.params.tenant)
  const query = new URLSearchParams(request.url.split('?', 2)[1])
  const read = Query.safeParse(Object.fromEntries(query))
  if (found?.kind !== 'tenant' || !read.success) return undefined
  const { client_id: clientId, redirect_uri: redirectUri, scope, state } = read.data
  const app = await deps.stores.apps.find(found.tenant.tenantId, clientId)
  if (app?.enabled !== true || !app.redirectUris.includes(redirectUri)) return undefined
  const asked = scope?.split(' ').filter((one) => one !== '') ?? [...openidScopes]
  // Only what we know, so that nobody agrees to words that mean nothing yet.
  const known = asked.filter((one) => openidScopes.some((each) => each === one) || findResource([one]))
  const scopes = ofOneResource(known)
  return { tenant: found.tenant, app, scopes, redirectUri, state, query }
}

/** Who is signed in, if they proved it with multi-factor authentication a moment ago. */
async function findFresh(
  deps: ServerDeps,
  request: FastifyRequest,
  { tenantId }: Tenant,
): Promise<SignedInVisitor | undefined> {
  const signedIn = await readSession(deps, request, tenantId)
  if (signedIn === undefined) return undefined
  const fresh = freshProofs(signedIn.session.proofs, deps.now(), freshMfaSeconds)
  return satisfies(fresh, 'multiFactor', signedIn.session.origin).allow ? signedIn : undefined
}

function signInFor(
  deps: ServerDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { tenant }: AdminConsentAsk,
): string {
  const provenAfter = new Date(deps.now().getTime() - freshMfaSeconds * 1000)
  return beginSignIn(deps, request, reply, {
    tenantId: tenant.tenantId,
    to: request.url,
    require: { strength: 'multiFactor', provenAfter },
  })
}

async function mayAgree({ stores }: ServerDeps, { person }: SignedInVisitor): Promise<boolean> {
  const roles = await stores.roles.listOfPerson(person.tenantId, person.userId)
  return mayAct(roles, 'consent for everybody')
}

async function showAdminConsentPage(
  reply: FastifyReply,
  { tenant, app, query, scopes, resourceName }: AdminConsentAsk & AskedScopes,
  { person }: SignedInVisitor,
): Promise<FastifyReply> {
  const said = requestWords(reply.request)
  const { adminConsent } = said.oidc
  const title = adminConsent.title({ app: app.displayName })
  return await showQuestionPage(reply, {
    title,
    tenant,
    action: `/${tenant.tenantId}/v2.0/adminconsent?${query}`,
    body: html`<p class="account"><b>${person.userName}</b></p><h1>${title}</h1><p class="soft">${adminConsent.reason({ organisation: tenant.displayName })}</p>${scopeList(said, { scopes, resourceName })}`,
    answers: [
      { answer: 'yes', text: adminConsent.accept },
      { answer: 'no', text: adminConsent.refuse },
    ],
  })
}

function agreement({ tenant, scopes, redirectUri, state }: AdminConsentAsk): string {
  return answerTo(redirectUri, state, {
    admin_consent: 'True',
    tenant: tenant.tenantId,
    scope: scopes.join(' '),
  })
}

function refusal({ redirectUri, state }: AdminConsentAsk): string {
  return answerTo(redirectUri, state, {
    error: 'access_denied',
    error_description: 'the administrator did not agree',
  })
}

function answerTo(redirectUri: string, state: string | undefined, fields: Record<string, string>): string {
  const url = new URL(redirectUri)
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value)
  if (state !== undefined) url.searchParams.set('state', state)
  return url.href
}

function refuse(reply: FastifyReply): Promise<FastifyReply> {
  return showRefusedRequest(reply, {
    error: 'invalid_request',
    description: 'client_id and redirect_uri must be those of an app of this tenant',
    status: 400,
  })
}
