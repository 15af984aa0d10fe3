import { type AdministratorRole, IdentityRefusal } from '@latchkey/identity'
import { knownApps, satisfies } from '@latchkey/policy'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { appTarget } from '../access/access-target.ts'
import { sendProblem } from '../http/problem.ts'
import { beginConfirmation, enterPortal, getVisit, type PortalVisit } from '../security-info/enter-portal.ts'
import type { ServerDeps } from '../server-deps.ts'

/** An administrator at work: signed in with two factors, whatever the organisation asks of others. */
export interface AdminVisit extends PortalVisit {
  readonly roles: readonly AdministratorRole[]
}

/** The admin centre, as an app that rules can name. */
const adminCentre = appTarget(knownApps.adminCentre)

/** Let an administrator on to a page, whatever their role; everybody else is sent to sign in, or told no. @returns `undefined` if it was answered */
export async function enterAdmin(
  deps: ServerDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<AdminVisit | undefined> {
  const visit = await enterPortal(deps, request, reply, request.url, adminCentre)
  if (visit === undefined) return undefined
  const roles = await readRoles(deps, visit)
  if (roles.length === 0) {
    await sendProblem(deps, request, reply, { code: 'not_permitted', status: 403 })
    return undefined
  }
  if (isStrongEnough(visit)) return { ...visit, roles }
  void reply.redirect(await beginConfirmation(deps, request, reply, request.url, adminCentre), 303)
  return undefined
}

/**
 * Who asks for a change.
 *
 * @throws IdentityRefusal `session_ended`, `stronger_sign_in_needed`, `not_permitted`
 */
export async function getAdminVisit(deps: ServerDeps, request: FastifyRequest): Promise<AdminVisit> {
  const visit = await getVisit(deps, request, adminCentre)
  const roles = await readRoles(deps, visit)
  if (roles.length === 0) throw new IdentityRefusal('not_permitted')
  if (!isStrongEnough(visit)) throw new IdentityRefusal('stronger_sign_in_needed')
  return { ...visit, roles }
}

async function readRoles(deps: ServerDeps, { person }: PortalVisit): Promise<readonly AdministratorRole[]> {
  return await deps.stores.roles.listOfPerson(person.tenantId, person.userId)
}

function isStrongEnough({ session }: PortalVisit): boolean {
  return satisfies(session.proofs, 'multiFactor', session.origin).allow
}
