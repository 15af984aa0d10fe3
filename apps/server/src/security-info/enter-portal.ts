import { IdentityRefusal, type Tenant } from '@latchkey/identity'
import { knownApps, satisfies } from '@latchkey/policy'
import { chooseLanguage, loadWords, type Words } from '@latchkey/words'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type AskedTarget, appTarget } from '../access/access-target.ts'
import { decideVisit, requireAccess } from '../access/decide-visit.ts'
import { readLastTenant, readSession, type SignedInVisitor } from '../http/session.ts'
import type { ServerDeps } from '../server-deps.ts'
import { beginSignIn } from '../sign-in/begin-sign-in.ts'

/** Somebody who is in the portal: signed in, as strongly as the organisation asks. */
export interface PortalVisit extends SignedInVisitor {
  readonly tenant: Tenant
  readonly said: Words
}

/** The page itself, as an app that rules can name. */
const securityInfo = appTarget(knownApps.securityInfo)

/** Let somebody on to a page, or send the browser to sign in and come back to `to`. @returns `undefined` if it was sent */
export async function enterPortal(
  deps: ServerDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  to: string,
  asked: AskedTarget = securityInfo,
): Promise<PortalVisit | undefined> {
  const visit = await findVisit(deps, request)
  if (visit !== undefined && (await isEnough(deps, request, visit, asked))) return visit
  void reply.redirect(signInFor(deps, request, reply, { to, visit, asked }), 303)
  return undefined
}

/**
 * Who asks for a change. Whether the proof is fresh is for the use case to say.
 *
 * @throws IdentityRefusal `session_ended`, `stronger_sign_in_needed`, `blocked_by_policy`
 */
export async function getVisit(
  deps: ServerDeps,
  request: FastifyRequest,
  asked: AskedTarget = securityInfo,
): Promise<PortalVisit> {
  const visit = await findVisit(deps, request)
  if (visit === undefined) throw new IdentityRefusal('session_ended')
  if (!isStrongEnough(visit)) throw new IdentityRefusal('stronger_sign_in_needed')
  await requireAccess(deps, { ...visit, asked, visitor: request.visitor })
  return visit
}

/** Where to prove oneself anew, coming back to `to`. Whoever is not signed in any more just signs in. */
export async function beginConfirmation(
  deps: ServerDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  to: string,
  asked: AskedTarget = securityInfo,
): Promise<string> {
  const visit = await findVisit(deps, request)
  if (visit === undefined || !isStrongEnough(visit)) {
    return signInFor(deps, request, reply, { to, visit, asked })
  }
  const { tenantId, userId, userName } = visit.person
  return beginSignIn(deps, request, reply, {
    tenantId,
    to,
    loginHint: userName,
    require: { strength: 'multiFactor', provenAfter: deps.now(), userId, asked },
  })
}

function signInFor(
  deps: ServerDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  {
    to,
    visit,
    asked,
  }: { readonly to: string; readonly visit: PortalVisit | undefined; readonly asked: AskedTarget },
): string {
  return beginSignIn(deps, request, reply, {
    tenantId: visit?.tenant.tenantId ?? readLastTenant(deps, request),
    anyTenant: visit === undefined ? true : undefined,
    to,
    require: { strength: visit?.tenant.settings.leastStrength ?? 'singleFactor', asked },
  })
}

async function findVisit(deps: ServerDeps, request: FastifyRequest): Promise<PortalVisit | undefined> {
  const signedIn = await readSession(deps, request)
  const tenant = signedIn && (await deps.stores.tenants.find(signedIn.person.tenantId))
  if (signedIn === undefined || tenant === undefined) return undefined
  const language = chooseLanguage(request.headers['accept-language'], signedIn.person.preferredLanguage)
  return { ...signedIn, tenant, said: await loadWords(language) }
}

/** Whether a session is enough for this page: for the organisation, and for every rule that is about it. */
async function isEnough(
  deps: ServerDeps,
  { visitor }: FastifyRequest,
  visit: PortalVisit,
  asked: AskedTarget,
): Promise<boolean> {
  if (!isStrongEnough(visit)) return false
  return (await decideVisit(deps, { ...visit, asked, visitor })).outcome === 'allowed'
}

function isStrongEnough({ session, tenant }: PortalVisit): boolean {
  return satisfies(session.proofs, tenant.settings.leastStrength, session.origin).allow
}
