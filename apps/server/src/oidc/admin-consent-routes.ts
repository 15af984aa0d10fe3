import {
  type App,
  findApp,
  graphAppId,
  IdentityRefusal,
  mayAct,
  permitApp,
  rememberConsent,
  type Tenant,
} from '@latchkey/identity'
import { findGraphPermission, freshMfaSeconds, freshProofs, knownApps, satisfies } from '@latchkey/policy'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { appTarget } from '../access/access-target.ts'
import { decideVisit, requireAccess } from '../access/decide-visit.ts'
import { readBody } from '../http/read-body.ts'
import { readSession, type SignedInVisitor } from '../http/session.ts'
import { findTenantBySegment } from '../http/tenant.ts'
import { html } from '../page/html.ts'
import { renderPage } from '../page/render-page.ts'
import { requestWords } from '../page/request-words.ts'
import type { ServerDeps, ServerPlugin } from '../server-deps.ts'
import { beginSignIn } from '../sign-in/begin-sign-in.ts'
import { findResourceName } from './find-app.ts'
import { listAskedPermissions } from './graph-scopes.ts'
import { showRefusedRequest } from './pages/problem-page.ts'
import { showQuestionPage } from './pages/question-page.ts'
import { type AskedScopes, scopeList } from './pages/scope-list.ts'
import { isRedirectUriOf } from './redirect-uri.ts'
import { ofOneResource, openidScopes, readScope, toAgreedScope } from './scopes.ts'

/** Where an administrator ends who agreed to an app that nobody is sent back to. */
const donePath = '/admin-consent'

interface Tenanted {
  Params: { tenant: string }
}

/** A request that an administrator agrees for everybody: which app, to what, and where to go afterwards. */
interface AdminConsentAsk {
  readonly tenant: Tenant
  readonly app: App
  /** What it may do in everybody's name. */
  readonly scopes: readonly string[]
  /** What it may do for itself. */
  readonly permissions: readonly string[]
  /** Absent for an app that nobody signs in to: then the page says that it is done. */
  readonly redirectUri: string | undefined
  readonly state: string | undefined
  readonly query: URLSearchParams
}

const Query = z.object({
  client_id: z.string(),
  redirect_uri: z.string().optional(),
  scope: z.string().optional(),
  /** Names of application permissions. */
  roles: z.string().optional(),
  state: z.string().optional(),
})

/** To agree for everybody is to administer: what rules say of the admin centre holds here. */
const adminCentre = appTarget(knownApps.adminCentre)

const Answer = z.object({ answer: z.enum(['yes', 'no']) })

/** An administrator agrees for everybody to what an app asks. Needs a fresh sign-in: it binds everybody. */
export const adminConsentRoutes: ServerPlugin = async (app, { deps }) => {
  const begin = async (request: FastifyRequest<Tenanted>, reply: FastifyReply) => {
    const ask = await readAsk(deps, request)
    if (ask === undefined) return await refuse(reply)
    const signedIn = await findFresh(deps, request, ask.tenant)
    if (signedIn === undefined || !(await isLetIn(deps, request, signedIn))) {
      return reply.redirect(signInFor(deps, request, reply, ask), 303)
    }
    if (!(await mayAgree(deps, signedIn))) throw new IdentityRefusal('not_permitted')
    const resourceName = await findResourceName(deps, ask.tenant.tenantId, ask.scopes)
    return await showAdminConsentPage(reply, { ...ask, resourceName }, signedIn)
  }
  app.get('/:tenant/v2.0/adminconsent', begin)
  for (const answer of ['yes', 'no'] as const) {
    app.get(`${donePath}/${answer}`, (_request, reply) => showAdminConsentEndPage(reply, answer))
  }
  app.get('/:tenant/adminconsent', begin)

  app.post<Tenanted>('/:tenant/v2.0/adminconsent', async (request, reply) => {
    const { answer } = readBody(Answer, request)
    const ask = await readAsk(deps, request)
    if (ask === undefined) throw new IdentityRefusal('invalid_input', { detail: 'redirect_uri' })
    const { tenant, app: client, scopes, permissions } = ask
    if (answer === 'no') return reply.send({ navigate: refusal(ask) })
    const signedIn = await findFresh(deps, request, tenant)
    if (signedIn === undefined) throw new IdentityRefusal('fresh_sign_in_needed')
    await requireAccess(deps, { ...signedIn, asked: adminCentre, visitor: request.visitor })
    const agreed = {
      tenantId: tenant.tenantId,
      clientId: client.clientId,
      actor: { kind: 'person' as const, userId: signedIn.person.userId },
      correlationId: request.id,
      ipAddress: request.visitor.ipAddress,
    }
    if (scopes.length > 0) await rememberConsent(deps, { ...agreed, userId: '', scopes })
    if (permissions.length > 0) await permitApp(deps, { ...agreed, permissions })
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
  const { tenant } = found
  const { client_id: clientId, redirect_uri: redirectUri, scope, roles, state } = read.data
  const app = await findApp(deps.stores, tenant.tenantId, clientId)
  if (app?.enabled !== true) return undefined
  if (redirectUri === undefined ? app.kind !== 'daemon' : !isRedirectUriOf(app, redirectUri)) return undefined
  const asked = readAsked(deps, app, { scope, roles })
  return asked && { tenant, app, ...asked, redirectUri, state, query }
}

/** Read what is to be agreed to. Only what we know, so that nobody agrees to words that mean nothing yet. */
function readAsked(
  { config }: ServerDeps,
  app: App,
  { scope, roles }: { readonly scope: string | undefined; readonly roles: string | undefined },
): Pick<AdminConsentAsk, 'scopes' | 'permissions'> | undefined {
  const { url } = config
  const listed = (text = '') => text.split(' ').filter((one) => one !== '')
  // To an app that nobody signs in to, nothing is given in anybody's name.
  const named = app.kind === 'daemon' ? [...listed(scope), ...listed(roles)] : listed(roles)
  const permissions = named
    .map((one) => toAgreedScope(one, url))
    .filter((name) => findGraphPermission(name)?.application !== undefined)
  if (permissions.length < named.length) return undefined
  if (app.kind === 'daemon') return permissions.length === 0 ? undefined : { scopes: [], permissions }
  if (permissions.length > 0 && app.kind !== 'web') return undefined

  const asked = scope === undefined && permissions.length === 0 ? openidScopes : listed(scope)
  const known = asked.filter((one) => openidScopes.some((each) => each === one) || readScope(one, url))
  const ofOne = ofOneResource(known, url).filter((one) => readScope(one, url)?.clientId !== graphAppId)
  return { scopes: [...ofOne, ...listAskedPermissions(ofOneResource(known, url), [], url)], permissions }
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

/** Whether the rules about administering let somebody in. */
async function isLetIn(
  deps: ServerDeps,
  { visitor }: FastifyRequest,
  signedIn: SignedInVisitor,
): Promise<boolean> {
  return (await decideVisit(deps, { ...signedIn, asked: adminCentre, visitor })).outcome === 'allowed'
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
    require: { strength: 'multiFactor', provenAfter, asked: adminCentre },
  })
}

async function mayAgree({ stores }: ServerDeps, { person }: SignedInVisitor): Promise<boolean> {
  const roles = await stores.roles.listOfPerson(person.tenantId, person.userId)
  return mayAct(roles, 'consent for everybody')
}

async function showAdminConsentPage(
  reply: FastifyReply,
  { tenant, app, query, scopes, permissions, resourceName }: AdminConsentAsk & AskedScopes,
  { person }: SignedInVisitor,
): Promise<FastifyReply> {
  const said = requestWords(reply.request)
  const { adminConsent } = said.oidc
  const title = adminConsent.title({ app: app.displayName })
  return await showQuestionPage(reply, {
    title,
    tenant,
    action: `/${tenant.tenantId}/v2.0/adminconsent?${query}`,
    body: html`<p class="account"><b>${person.userName}</b></p><h1>${title}</h1><p class="soft">${adminConsent.reason({ organisation: tenant.displayName })}</p>${scopeList(said, { scopes, permissions, resourceName })}`,
    answers: [
      { answer: 'yes', text: adminConsent.accept },
      { answer: 'no', text: adminConsent.refuse },
    ],
  })
}

async function showAdminConsentEndPage(reply: FastifyReply, answer: 'yes' | 'no'): Promise<FastifyReply> {
  const { title, reason } = requestWords(reply.request).oidc.adminConsent[
    answer === 'yes' ? 'done' : 'stopped'
  ]
  const body = html`<h1>${title}</h1><p>${reason}</p>`
  return await renderPage(reply, { title, body })
}

function agreement({ tenant, scopes, permissions, redirectUri, state }: AdminConsentAsk): string {
  return answerTo(redirectUri, state, {
    admin_consent: 'True',
    tenant: tenant.tenantId,
    scope: [...scopes, ...permissions].join(' '),
  })
}

function refusal({ redirectUri, state }: AdminConsentAsk): string {
  return answerTo(redirectUri, state, {
    error: 'access_denied',
    error_description: 'the administrator did not agree',
  })
}

function answerTo(
  redirectUri: string | undefined,
  state: string | undefined,
  fields: Record<string, string>,
): string {
  // Nobody waits for the answer.
  if (redirectUri === undefined) return `${donePath}/${fields['error'] === undefined ? 'yes' : 'no'}`
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
