import { readFileSync } from 'node:fs'
import cookie from '@fastify/cookie'
import { newId } from '@latchkey/identity'
import fastify, { type FastifyInstance } from 'fastify'
import { healthRoutes } from './health/health-routes.ts'
import { checkOrigin } from './http/check-origin.ts'
import { answerNotFound, answerProblem } from './http/problem.ts'
import { logAnswer } from './http/request-log.ts'
import { securityHeaders } from './http/security-headers.ts'
import { decorateVisitor } from './http/visitor.ts'
import { metricsRoutes } from './metrics/metrics-routes.ts'
import type { ServerDeps } from './server-deps.ts'

/** The largest body we take. An attestation with its certificates is a few kilobytes. */
const largestBody = 256 * 1024

/** Put the server together. It does not listen yet; tests use `inject`. */
export async function buildServer(deps: ServerDeps): Promise<FastifyInstance> {
  const { config } = deps
  const app: FastifyInstance = fastify({
    loggerInstance: deps.log,
    disableRequestLogging: true,
    requestIdHeader: false,
    requestIdLogLabel: 'correlationId',
    genReqId: () => newId(deps),
    trustProxy: (address) => config.trustedProxies.has(address),
    bodyLimit: largestBody,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 512 },
    ...(config.tls && {
      https: { cert: readFileSync(config.tls.certificateFile), key: readFileSync(config.tls.keyFile) },
    }),
  })
  app.decorate('draining', { active: false })
  await app.register(cookie)
  decorateVisitor(app, deps)
  app.addHook('onRequest', checkOrigin(deps))
  app.addHook('onSend', securityHeaders(deps))
  app.addHook('onResponse', logAnswer(deps))
  app.setErrorHandler(answerProblem(deps))
  app.setNotFoundHandler(answerNotFound(deps))

  for (const routes of [healthRoutes, metricsRoutes]) await app.register(routes, { deps })
  return app
}
