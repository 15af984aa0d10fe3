import type { Tenant } from '@latchkey/identity'
import { graphPermissionNames, knownApps } from '@latchkey/policy'
import type { FastifyRequest } from 'fastify'
import type { GraphCaller } from '../graph/graph-route.ts'
import type { ServerDeps } from '../server-deps.ts'
import { getAdminVisit } from './enter-admin.ts'

/** The admin centre is ours: it may ask whatever the person in it may. */
const everyScope: ReadonlySet<string> = new Set(graphPermissionNames)

/**
 * Find who calls the API from the admin centre, by the session cookie: the person, with their roles.
 *
 * @throws IdentityRefusal `session_ended`, `stronger_sign_in_needed`, `blocked_by_policy`, `not_permitted`
 */
export async function findAdministrator(
  deps: ServerDeps,
  request: FastifyRequest,
): Promise<GraphCaller & { readonly tenant: Tenant }> {
  const { tenant, person, session, roles } = await getAdminVisit(deps, request)
  return {
    kind: 'delegated',
    clientId: knownApps.adminCentre,
    scopes: everyScope,
    person,
    session,
    roles,
    inAdminCentre: true,
    tenant,
  }
}
