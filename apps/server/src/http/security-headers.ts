import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ServerDeps } from '../server-deps.ts'

/** What a page may do that says nothing of its own: nothing. */
const closedPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/**
 * The headers of every answer. A page sets its own `content-security-policy`; whatever an answer sets itself stays.
 *
 * No `Cross-Origin-Opener-Policy`: single-page apps open `authorize` in a pop-up and read its address afterwards.
 */
export function securityHeaders(deps: ServerDeps) {
  const headers: readonly (readonly [string, string])[] = [
    ['content-security-policy', closedPolicy],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'no-referrer'],
    ['permissions-policy', 'publickey-credentials-get=(self), publickey-credentials-create=(self)'],
    ['cache-control', 'no-store'],
    ...(deps.config.secure ? [['strict-transport-security', 'max-age=63072000'] as const] : []),
  ]
  return async (request: FastifyRequest, reply: FastifyReply) => {
    for (const [name, value] of headers) {
      if (!reply.hasHeader(name)) void reply.header(name, value)
    }
    void reply.header('x-correlation-id', request.id)
  }
}
