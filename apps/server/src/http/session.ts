import { findSession, type Person, type Session } from '@latchkey/identity'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ServerDeps } from '../server-deps.ts'
import { clearCookie, lastTenantCookie, readCookie, sessionCookie, setCookie } from './cookies.ts'

/** Somebody who is signed in, in this browser. */
export interface SignedInVisitor {
  readonly session: Session
  readonly person: Person
  /** The session's secret, as the cookie has it. */
  readonly token: string
}

/** How long a browser remembers which organisation it used last: 400 days, the longest a browser keeps a cookie. */
const rememberTenantMilliseconds = 400 * 24 * 60 * 60 * 1000

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Which tenant this browser used last. A hint, good for choosing a page. */
export function readLastTenant(deps: ServerDeps, request: FastifyRequest): string | undefined {
  const tenantId = readCookie(deps.config, request, lastTenantCookie)
  return tenantId !== undefined && guid.test(tenantId) ? tenantId : undefined
}

/**
 * Read the session of this browser, if it is alive.
 *
 * @param tenantId absent: the tenant this browser used last
 */
export async function readSession(
  deps: ServerDeps,
  request: FastifyRequest,
  tenantId = readLastTenant(deps, request),
): Promise<SignedInVisitor | undefined> {
  if (tenantId === undefined) return undefined
  const token = readCookie(deps.config, request, sessionCookie(tenantId))
  if (token === undefined) return undefined
  const found = await findSession(deps, token)
  // A cookie named for one tenant that holds a session of another was put there by hand.
  return found?.session.tenantId === tenantId ? { ...found, token } : undefined
}

/** Sign this browser in. Someone who stays signed in keeps the cookie when the browser closes. */
export function setSessionCookie(
  deps: ServerDeps,
  reply: FastifyReply,
  session: Session,
  token: string,
): void {
  setCookie(deps.config, reply, {
    name: sessionCookie(session.tenantId),
    value: token,
    ...(session.staysSignedIn && { expiresAt: session.expiresAt }),
  })
  setCookie(deps.config, reply, {
    name: lastTenantCookie,
    value: session.tenantId,
    expiresAt: new Date(deps.now().getTime() + rememberTenantMilliseconds),
  })
}

/** Forget the session in this browser. The session itself is ended by `endSession`. */
export function clearSessionCookie(deps: ServerDeps, reply: FastifyReply, tenantId: string): void {
  clearCookie(deps.config, reply, sessionCookie(tenantId))
}
