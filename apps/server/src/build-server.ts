import { readFileSync } from 'node:fs'
import cookie from '@fastify/cookie'
import { newId } from '@latchkey/identity'
import fastify, { type FastifyInstance, LogController } from 'fastify'
import { adminCentre } from './admin/admin-centre.ts'
import { openWaitingLine } from './approvals/waiting-line.ts'
import { authenticatorRoutes } from './authenticator/authenticator-routes.ts'
import { phoneAppRoutes } from './authenticator/phone-app.ts'
import { brandRoutes } from './branding/brand-routes.ts'
import { type GraphParts, graphPlugin } from './graph/graph-plugin.ts'
import { askToReconnect, healthRoutes } from './health/health-routes.ts'
import { helpRoutes } from './help/help-routes.ts'
import { checkOrigin } from './http/check-origin.ts'
import { answerNotFound, answerProblem } from './http/problem.ts'
import { recentProblems } from './http/recent-problems.ts'
import { logAnswer } from './http/request-log.ts'
import { securityHeaders } from './http/security-headers.ts'
import { decorateVisitor } from './http/visitor.ts'
import { metricsRoutes } from './metrics/metrics-routes.ts'
import { oidcRoutes } from './oidc/oidc-routes.ts'
import { openApiRoutes } from './openapi/openapi-routes.ts'
import { loadRequestWords } from './page/request-words.ts'
import { passRequestRoutes } from './pass-request/pass-request-routes.ts'
import { securityInfoRoutes } from './security-info/security-info-routes.ts'
import type { ServerDeps, ServerPlugin } from './server-deps.ts'
import { setupRoutes } from './setup/setup-routes.ts'
import { signInRoutes } from './sign-in/sign-in-routes.ts'
import { decorateSteps } from './steps/step-buffer.ts'
import { tunnelPlugin } from './tunnel/tunnel-plugin.ts'
import { welcomeRoutes } from './welcome/welcome-routes.ts'
import { wellKnownRoutes } from './well-known/well-known-routes.ts'

/** The largest body we take. An attestation with its certificates is a few kilobytes. */
const largestBody = 256 * 1024

/** The longest part of an address: a credential id of 1023 bytes in base64url. */
const longestParameter = 1364

/** How long a request may take to arrive, in milliseconds. */
const slowestRequest = 30_000

/** Everything that has an address. */
const routeGroups: readonly ServerPlugin[] = [
  healthRoutes,
  metricsRoutes,
  openApiRoutes,
  signInRoutes,
  passRequestRoutes,
  wellKnownRoutes,
  brandRoutes,
  authenticatorRoutes,
  securityInfoRoutes,
  phoneAppRoutes,
  welcomeRoutes,
  helpRoutes,
  setupRoutes,
  adminCentre,
  oidcRoutes,
]

/** What the API answers is much code, and many servers are never asked. */
async function loadGraph(): Promise<GraphParts> {
  const [{ graphRoutes }, { findCaller }, { findAdministrator }] = await Promise.all([
    import('./graph/graph-routes.ts'),
    import('./graph/find-caller.ts'),
    import('./admin/find-administrator.ts'),
  ])
  return { routes: graphRoutes, findCaller, findAdministrator }
}

/** @throws Error always */
function noSchemas(): never {
  throw new Error('schemas are read by zod, not by the framework')
}

/** Put the server together. It does not listen yet; tests use `inject`. */
export async function buildServer(deps: ServerDeps): Promise<FastifyInstance> {
  const { config } = deps
  const app: FastifyInstance = fastify({
    loggerInstance: deps.log,
    // We write a line of our own per answer, without what the framework would say.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'correlationId' }),
    requestIdHeader: false,
    genReqId: () => newId(deps),
    trustProxy: (address) => config.trustedProxies.has(address),
    bodyLimit: largestBody,
    requestTimeout: slowestRequest,
    // No route has a schema of the framework's: what would compile one is never loaded.
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: longestParameter },
    ...(config.tls && {
      https: { cert: readFileSync(config.tls.certificateFile), key: readFileSync(config.tls.keyFile) },
    }),
  })
  app.decorate('draining', { active: false })
  app.decorate('recentProblems', recentProblems())
  app.decorate('waitingLine', openWaitingLine())
  decorateSteps(app, deps)
  await app.register(cookie)
  decorateVisitor(app, deps)
  app.addHook('onRequest', loadRequestWords)
  app.addHook('onRequest', checkOrigin(deps))
  app.addHook('onSend', securityHeaders(deps))
  app.addHook('onSend', askToReconnect)
  app.addHook('onResponse', logAnswer(deps))
  app.setErrorHandler(answerProblem(deps))
  app.setNotFoundHandler(answerNotFound(deps))

  // Security info sends whoever is not signed in to sign in.
  app.get('/', (_, reply) => reply.redirect('/security-info'))
  for (const group of routeGroups) await app.register(group, { deps })
  if (config.tunnel) await app.register(tunnelPlugin, { deps })
  await app.register(graphPlugin, { deps, load: loadGraph })
  return app
}
