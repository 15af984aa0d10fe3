import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ServerDeps } from '../server-deps.ts'
import { readTraceparent } from './trace-context.ts'

/** The longest path a log line carries. */
const longestPath = 200

/**
 * Write one line per answer, and measure it. No query values, no headers, no bodies: those carry codes, tokens and
 * names. No path either, where there is a route: its parameters name interactions that are still open.
 */
export function logAnswer(deps: ServerDeps) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const { method } = request
    const { url: route } = request.routeOptions
    const status = reply.statusCode
    const milliseconds = Math.round(reply.elapsedTime * 100) / 100
    deps.metrics.observeRequest({ method, route: route ?? 'none', status }, reply.elapsedTime / 1000)
    request.log.info(
      {
        method,
        route,
        path: route === undefined ? request.url.split('?', 1)[0]?.slice(0, longestPath) : undefined,
        status,
        milliseconds,
        ipAddress: request.visitor.ipAddress,
        traceId: readTraceparent(request.headers.traceparent)?.traceId,
      },
      'answered',
    )
  }
}
