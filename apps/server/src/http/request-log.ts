import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ServerDeps } from '../server-deps.ts'
import { readTraceparent } from './trace-context.ts'

/** The longest path a log line carries. */
const longestPath = 200

/**
 * Write one line per answer, and measure it. No query values, no headers, no bodies: those carry codes, tokens and
 * names.
 */
export function logAnswer(deps: ServerDeps) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const { method } = request
    const route = request.routeOptions.url ?? 'none'
    const status = reply.statusCode
    const milliseconds = Math.round(reply.elapsedTime * 100) / 100
    deps.metrics.observeRequest({ method, route, status }, reply.elapsedTime / 1000)
    request.log.info(
      {
        method,
        route,
        path: request.url.split('?', 1)[0]?.slice(0, longestPath),
        status,
        milliseconds,
        ipAddress: request.visitor.ipAddress,
        traceId: readTraceparent(request.headers.traceparent)?.traceId,
      },
      'answered',
    )
  }
}
