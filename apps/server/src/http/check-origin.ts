import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ServerDeps } from '../server-deps.ts'
import { sendProblem } from './problem.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * Set on endpoints that other sites may call, because no cookie gives the caller anything there: a token endpoint
     * asks for the app's own secret or verifier. `authorized`: no cookie is looked at if there is an `Authorization`,
     * which no other site can send without our leave; without one it is a page of ours that asks.
     */
    crossOrigin?: 'oauth' | 'authorized'
  }
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuse what another site makes a browser send. Said by the browser itself: `Sec-Fetch-Site` where there is one, and
 * the `Origin`. A request with neither is refused: every browser that has passkeys sends one of them.
 *
 * `Origin: null` is what a form sends from a page with `no-referrer`; then `Sec-Fetch-Site` alone decides.
 */
export function checkOrigin(deps: ServerDeps) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const { crossOrigin } = request.routeOptions.config
    if (safeMethods.has(request.method) || crossOrigin === 'oauth') return
    if (crossOrigin === 'authorized' && request.headers.authorization !== undefined) return
    if (cameFromUs(deps.config.url.origin, request)) return
    return await sendProblem(deps, request, reply, { code: 'cross_origin', status: 403 })
  }
}

function cameFromUs(ours: string, { headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  const origin = headers.origin === 'null' ? undefined : headers.origin
  if (origin !== undefined && origin !== ours) return false
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  return origin === ours
}
