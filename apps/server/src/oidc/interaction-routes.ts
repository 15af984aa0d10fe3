import { type App, rememberConsent, type Tenant } from '@latchkey/identity'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { InteractionResults } from 'oidc-provider'
import { z } from 'zod'
import { appTarget, clientOf } from '../access/access-target.ts'
import { nodeHttp } from '../http/node-http.ts'
import { sendProblem } from '../http/problem.ts'
import { readBody } from '../http/read-body.ts'
import { findTenantBySegment } from '../http/tenant.ts'
import type { ServerDeps, ServerPlugin } from '../server-deps.ts'
import { beginSignIn } from '../sign-in/begin-sign-in.ts'
import { writeRequest } from './ask-provider.ts'
import { readAuthorizationAsk } from './authorization-ask.ts'
import { readChoices } from './authorization-policy.ts'
import { toOriginalAuthorization } from './authorize-form.ts'
import { type AuthorizationDecision, decideAuthorization } from './decide-authorization.ts'
import type { Exchange } from './exchange.ts'
import { findApp, findResourceName } from './find-app.ts'
import type { Provider } from './oidc-module.ts'
import { showAccountPage } from './pages/account-page.ts'
import { showConsentPage } from './pages/consent-page.ts'
import { showExpiredRequest } from './pages/problem-page.ts'
import { interactionPath, routes } from './paths.ts'
import type { ProviderPool } from './provider-pool.ts'
import { findSignedIn } from './session-view.ts'

interface OfInteraction {
  Params: { tenant: string; uid: string }
  Querystring: { account?: string }
}

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>

/** An authorization request that waits for its person, and how it stands. */
interface Waiting {
  readonly tenant: Tenant
  readonly app: App
  readonly interaction: Interaction
  readonly decision: AuthorizationDecision
  readonly path: string
}

/** A longer request does not travel along: the address of the sign-in pages would not fit where addresses must. */
const longestRestart = 3000

const Answer = z.object({ answer: z.enum(['yes', 'no']) })

/**
 * Interactions: where the provider sends a browser whose request cannot be answered at once, and where sign-in sends it
 * back to. Each visit decides anew from our session; when nothing is left to ask, the provider finishes.
 */
export const interactionRoutes = (pool: ProviderPool): ServerPlugin => {
  return async (app, { deps }) => {
    app.get<OfInteraction>('/:tenant/oauth2/interaction/:uid', async (request, reply) => {
      const waiting = await findWaiting(deps, pool, request)
      if (waiting === undefined) return await showExpiredRequest(reply)
      if (request.query.account === 'another') return signInAsAnother(deps, request, reply, waiting)
      return await goOn(deps, request, reply, waiting)
    })

    app.post<OfInteraction>('/:tenant/oauth2/interaction/:uid/account', async (request, reply) => {
      const waiting = await findWaiting(deps, pool, request)
      if (waiting === undefined) return await sendExpired(deps, request, reply)
      await keep(waiting.interaction, { select_account: { at: deps.now().toISOString() } })
      return reply.send({ navigate: waiting.path })
    })

    app.post<OfInteraction>('/:tenant/oauth2/interaction/:uid/consent', async (request, reply) => {
      const { answer } = readBody(Answer, request)
      const waiting = await findWaiting(deps, pool, request)
      if (waiting === undefined) return await sendExpired(deps, request, reply)
      const { decision, interaction } = waiting
      if (answer === 'no') return reply.send({ navigate: await refuse(interaction) })
      if (decision.kind === 'consent' && decision.by === 'person') {
        await agree(deps, request, waiting, decision)
        await keep(interaction, { consent: { at: deps.now().toISOString() } })
      }
      return reply.send({ navigate: waiting.path })
    })
  }
}

function sendExpired(deps: ServerDeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return sendProblem(deps, request, reply, { code: 'flow_stale', status: 410 })
}

async function findWaiting(
  deps: ServerDeps,
  pool: ProviderPool,
  request: FastifyRequest<OfInteraction>,
): Promise<Waiting | undefined> {
  const found = await findTenantBySegment(deps, request.params.tenant)
  if (found?.kind !== 'tenant') return undefined
  const { tenant } = found
  const exchange: Exchange = { request, tenant, form: new URLSearchParams() }
  const { provider } = await pool.get(tenant.tenantId)
  const interaction = await findInteraction(deps, provider, exchange)
  // The cookie says which interaction is this browser's; the address must not name another.
  if (interaction?.uid !== request.params.uid) return undefined
  const { client_id: clientId } = interaction.params
  const app = await findApp(deps, exchange, typeof clientId === 'string' ? clientId : undefined)
  if (app === undefined) return undefined
  const decision = await decideAuthorization(deps, {
    tenant,
    app,
    ask: readAuthorizationAsk(interaction.params),
    choices: readChoices({ ...interaction.lastSubmission, ...interaction.result }),
    signedIn: await findSignedIn(deps, exchange),
    visitor: request.visitor,
  })
  return { tenant, app, interaction, decision, path: interactionPath(tenant.tenantId, interaction.uid) }
}

async function findInteraction(
  deps: ServerDeps,
  provider: Provider,
  exchange: Exchange,
): Promise<Interaction | undefined> {
  const request = writeRequest(deps.config, exchange.request.url, exchange)
  try {
    return await provider.interactionDetails(request, new nodeHttp.ServerResponse(request))
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'SessionNotFound') return undefined
    throw cause
  }
}

async function goOn(
  deps: ServerDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  waiting: Waiting,
): Promise<FastifyReply> {
  const { decision, tenant, app, interaction, path } = waiting
  switch (decision.kind) {
    // The provider decides once more, with the same result, and tells the app.
    case 'go':
    case 'refuse':
      // Its address is spent; a browser keeps only so many cookies of one site.
      for (const name of ['latchkey-interaction', 'latchkey-interaction.sig']) {
        void reply.clearCookie(name, { path })
      }
      return reply.redirect(interaction.returnTo, 303)
    case 'sign_in':
      return reply.redirect(
        beginSignIn(deps, request, reply, {
          tenantId: tenant.tenantId,
          to: path,
          restart: restartPath(waiting),
          require: decision.require,
          app: { clientId: app.clientId, displayName: app.displayName },
          loginHint: decision.loginHint,
        }),
        303,
      )
    case 'choose_account':
      return await showAccountPage(reply, { tenant, app, person: decision.signedIn.person, path })
    case 'consent':
      return await showConsentPage(reply, {
        tenant,
        app,
        person: decision.signedIn.person,
        asked: {
          scopes: decision.scopes,
          resourceName: await findResourceName(deps, tenant.tenantId, decision.scopes),
        },
        by: decision.by,
        action: `${path}/consent`,
      })
  }
}

function signInAsAnother(
  deps: ServerDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { tenant, app, path, decision }: Waiting,
): FastifyReply {
  const strength = decision.kind === 'sign_in' ? decision.require.strength : tenant.settings.leastStrength
  return reply.redirect(
    beginSignIn(deps, request, reply, {
      tenantId: tenant.tenantId,
      to: path,
      require: {
        strength,
        provenAfter: deps.now(),
        asked: appTarget(app.clientId, { client: clientOf(app.kind) }),
      },
      app: { clientId: app.clientId, displayName: app.displayName },
    }),
    303,
  )
}

/** The whole request, for whoever must go on in another browser, where this interaction is unknown. */
function restartPath({ tenant, interaction }: Waiting): string | undefined {
  const form = toOriginalAuthorization(interaction.params).toString()
  return form.length > longestRestart ? undefined : `/${tenant.tenantId}${routes.authorization}?${form}`
}

async function keep(interaction: Interaction, result: InteractionResults): Promise<void> {
  interaction.result = { ...interaction.lastSubmission, ...interaction.result, ...result }
  await interaction.persist()
}

async function refuse(interaction: Interaction): Promise<string> {
  interaction.result = { error: 'access_denied', error_description: 'the person did not agree' }
  await interaction.persist()
  return interaction.returnTo
}

async function agree(
  deps: ServerDeps,
  request: FastifyRequest,
  { app }: Waiting,
  { signedIn, scopes }: Extract<AuthorizationDecision, { kind: 'consent' }>,
): Promise<void> {
  const { userId } = signedIn.person
  await rememberConsent(deps, {
    tenantId: app.tenantId,
    clientId: app.clientId,
    userId,
    scopes,
    actor: { kind: 'person', userId },
    correlationId: request.id,
    ipAddress: request.visitor.ipAddress,
  })
}
