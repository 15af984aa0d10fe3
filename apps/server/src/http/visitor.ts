import { hash } from 'node:crypto'
import { isIP } from 'node:net'
import { type ClientHints, readClientHints } from '@latchkey/guidance'
import type { Visitor } from '@latchkey/identity'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ServerDeps } from '../server-deps.ts'
import { toPlainAddress } from './address-ranges.ts'
import { readCookie, setCookie, visitCookie } from './cookies.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is at the other end, as far as we saw. */
    readonly visitor: Visitor
    /** The pre-session cookie that this very answer sets. */
    newVisit: string | undefined
    /** Looked up once: hashing and walking through proxies costs. */
    knownVisitor: KnownVisitor | undefined
  }
}

type KnownVisitor = Omit<Visitor, 'startedAt'> & { startedAt?: Date }

/** The longest browser name we keep. */
const longestUserAgent = 512

/** Give every request its `visitor`. */
export function decorateVisitor(app: FastifyInstance, deps: ServerDeps): void {
  app.decorateRequest('newVisit', undefined)
  app.decorateRequest('knownVisitor', undefined)
  app.decorateRequest('visitor', {
    getter(this: FastifyRequest): Visitor {
      this.knownVisitor ??= toVisitor(deps, this)
      return this.knownVisitor
    },
  })
}

/**
 * See to it that the browser has a pre-session cookie, so that a ceremony can be bound to it. Every page that begins
 * one calls this first.
 */
export function ensureVisit(deps: ServerDeps, request: FastifyRequest, reply: FastifyReply): void {
  if (visitOf(deps, request) !== undefined) return
  request.newVisit = Buffer.from(deps.random(32)).toString('base64url')
  request.knownVisitor = undefined
  setCookie(deps.config, reply, { name: visitCookie, value: request.newVisit })
}

/** Say when the visit to the sign-in pages began that a request belongs to: what it took is measured from there. */
export function noteStart(deps: ServerDeps, request: FastifyRequest, startedAt: Date): void {
  request.knownVisitor ??= toVisitor(deps, request)
  request.knownVisitor.startedAt = startedAt
}

function toVisitor(deps: ServerDeps, request: FastifyRequest): KnownVisitor {
  let visitHash: Uint8Array | undefined
  let clientHints: ClientHints | undefined
  return {
    correlationId: request.id,
    ipAddress: addressOf(request),
    userAgent: (request.headers['user-agent'] ?? '').slice(0, longestUserAgent),
    // Every request is logged with its visitor; few need the hash, and what the browser says beside its name.
    get clientHints() {
      clientHints ??= readClientHints(request.headers)
      return clientHints
    },
    get visitHash() {
      visitHash ??= hash('sha256', visitOf(deps, request) ?? '', 'buffer')
      return visitHash
    },
  }
}

function visitOf(deps: ServerDeps, request: FastifyRequest): string | undefined {
  if (request.newVisit !== undefined) return request.newVisit
  const cookie = readCookie(deps.config, request, visitCookie)
  return cookie !== undefined && /^[\w-]{43}$/.test(cookie) ? cookie : undefined
}

/**
 * Where the request came from. Fastify has walked `X-Forwarded-For` from our end, through trusted proxies only; what
 * stands there and is no address (a proxy passed on nonsense) counts for nothing.
 */
function addressOf(request: FastifyRequest): string {
  const said = toPlainAddress(request.ip)
  return isIP(said) === 0 ? toPlainAddress(request.socket.remoteAddress ?? '') : said
}
