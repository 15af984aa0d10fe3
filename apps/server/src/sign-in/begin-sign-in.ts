import type { FastifyReply, FastifyRequest } from 'fastify'
import { ensureVisit } from '../http/visitor.ts'
import type { ServerDeps } from '../server-deps.ts'
import { type Flow, type Interrupt, type Requirement, sealFlow } from './flow.ts'

/** What somebody needs who sends a browser to sign in. */
export interface SignInAsk {
  /** Absent: the name that is typed decides (`common`, several tenants). */
  readonly tenantId?: string | undefined
  /** Set if `tenantId` is only where to begin: a name of another organisation is as welcome. */
  readonly anyTenant?: true | undefined
  /** A local path. Sign-in ends by navigating there; the asker then looks at the session afresh. */
  readonly to: string
  /**
   * A local path that asks anew in another browser, for people who must leave an in-app browser: an app's whole
   * authorization request, say. Default: `to`.
   */
  readonly restart?: string | undefined
  readonly require: Requirement
  readonly app?: Flow['app']
  /** A name to begin with. */
  readonly loginHint?: string | undefined
  /** Questions that are not asked on this way. */
  readonly skips?: readonly Interrupt[] | undefined
}

/**
 * Begin to sign in: where to send the browser so that it comes back to `to` with a session that is what `require` says.
 * Writes nothing; sets the visit cookie if there is none.
 *
 * @throws RangeError if `to` or `restart` leaves this server
 */
export function beginSignIn(
  deps: ServerDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  ask: SignInAsk,
): string {
  ensureVisit(deps, request, reply)
  const flow: Flow = {
    id: Buffer.from(deps.random(16)).toString('base64url'),
    to: readLocalPath(ask.to),
    restart: readLocalPath(ask.restart ?? ask.to),
    require: ask.require,
    tenantId: ask.tenantId,
    anyTenant: ask.tenantId === undefined || ask.anyTenant === true,
    userName: ask.loginHint,
    app: ask.app,
    startedAt: deps.now(),
    passed: ask.skips ?? [],
  }
  return `/sign-in?flow=${sealFlow(deps, request.visitor, flow)}`
}

/** A path on this server: one that a browser cannot read as another host. @throws RangeError */
export function readLocalPath(path: string): string {
  const base = 'http://latchkey.invalid'
  const { origin, pathname, search, hash } = new URL(path, base)
  if (!path.startsWith('/') || origin !== base || pathname.startsWith('//')) {
    throw new RangeError('not a path of this server')
  }
  return `${pathname}${search}${hash}`
}
