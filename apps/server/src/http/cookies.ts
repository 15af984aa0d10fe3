import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'

/** Over https the browser itself sees to it that nobody else sets our cookies (`__Host-`). */
function cookieName(config: Config, name: string): string {
  return config.secure ? `__Host-${name}` : name
}

/** The browser before anybody signed in: a challenge is bound to its hash. */
export const visitCookie = 'latchkey-visit'

/** Which tenant this browser used last. No secret. */
export const lastTenantCookie = 'latchkey-tenant'

/** Which remembered browser this one is, in a tenant. It proves nothing: the browser's key does. */
export function browserCookie(tenantId: string): string {
  return `latchkey-browser-${Buffer.from(tenantId.replaceAll('-', ''), 'hex').toString('base64url')}`
}

const sessionCookiePrefix = 'latchkey-session-'

/** Tenants share an origin, so each has a session cookie of its own. */
export function sessionCookie(tenantId: string): string {
  return `${sessionCookiePrefix}${Buffer.from(tenantId.replaceAll('-', ''), 'hex').toString('base64url')}`
}

export function readCookie(config: Config, request: FastifyRequest, name: string): string | undefined {
  return request.cookies[cookieName(config, name)]
}

/** Set a cookie that only we read. @param expiresAt absent: it goes when the browser closes */
export function setCookie(
  config: Config,
  reply: FastifyReply,
  cookie: { readonly name: string; readonly value: string; readonly expiresAt?: Date },
): void {
  void reply.setCookie(cookieName(config, cookie.name), cookie.value, {
    ...cookieScope(config),
    ...(cookie.expiresAt && { expires: cookie.expiresAt }),
  })
}

export function clearCookie(config: Config, reply: FastifyReply, name: string): void {
  void reply.clearCookie(cookieName(config, name), cookieScope(config))
}

/** Lax and not strict: people arrive at `authorize` from the apps. */
function cookieScope(config: Config) {
  return { path: '/', httpOnly: true, secure: config.secure, sameSite: 'lax' as const }
}
