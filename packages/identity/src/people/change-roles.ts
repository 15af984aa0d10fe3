import type { PersonTarget } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { isUuid } from '../ids/uuid.ts'
import { checkMove } from '../lock-out/check-move.ts'
import { endSessionsOfPass } from '../sessions/end-session.ts'
import type { Shelves } from '../stores.ts'
import { getPerson } from './get-person.ts'
import { noMethods, requireAbleAdministrator } from './require-able-administrator.ts'
import { requirePermission } from './require-permission.ts'
import type { AdministratorRole } from './role-store.ts'
import { mayAct } from './role-table.ts'

/** A person and a role. */
export type RoleChange = PersonTarget & {
  readonly role: AdministratorRole
  /** What the caller accepts of the consequences, as a refusal named it. */
  readonly acknowledge?: string
}

/**
 * Give a person a role. A pass that somebody issued to them who may not issue one to administrators is gone, and its
 * sessions with it: who knows it would come in as one.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`; `would_block_users`, `last_administrator` if a rule that names the
 *   role would shut them out
 */
export async function grantRole(deps: Deps, ask: RoleChange): Promise<void> {
  await deps.stores.atomically(async (tx) => {
    await getPerson(tx, ask.tenantId, ask.userId)
    await requirePermission(tx, ask, 'change roles')
    await removeLesserPass(tx, deps, ask, ask.role)
    await checkRoleMove(tx, deps, ask, 'in')
    await insertRole(tx, deps, ask, ask.role)
  })
}

async function checkRoleMove(tx: Shelves, deps: Deps, ask: RoleChange, to: 'in' | 'out'): Promise<void> {
  const { tenantId, userId, role } = ask
  await checkMove(tx, deps, tenantId, { role, to, userIds: [userId] }, ask)
}

async function removeLesserPass(
  tx: Shelves,
  deps: Deps,
  target: PersonTarget,
  role: AdministratorRole,
): Promise<void> {
  const { tenantId, userId } = target
  const pass = await tx.passes.find(tenantId, userId)
  // One that the operator or the system issued says so instead of naming a person.
  if (pass === undefined || !isUuid(pass.createdBy)) return
  const issuer = await tx.roles.listOfPerson(tenantId, pass.createdBy)
  if (mayAct(issuer, 'issue a pass', { oneself: false, roles: [role] })) return
  await tx.passes.remove(tenantId, userId)
  await endSessionsOfPass(tx, deps, tenantId, pass.passId)
  await appendAudit(tx, deps, target, {
    activity: 'pass_removed',
    target: { kind: 'person', id: userId },
    detail: { passId: pass.passId, because: 'role_granted' },
  })
}

/** Keep a role, and the audit record, in a unit of work. */
export async function insertRole(
  tx: Pick<Shelves, 'roles' | 'audit'>,
  deps: Pick<Deps, 'now' | 'random'>,
  target: PersonTarget,
  role: AdministratorRole,
): Promise<void> {
  await tx.roles.insert(target.tenantId, target.userId, role)
  await appendAudit(tx, deps, target, {
    activity: 'role_granted',
    target: { kind: 'person', id: target.userId },
    detail: { role },
  })
}

/**
 * Take a role from a person.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`; `last_administrator` if nobody would be left to administer who
 *   can sign in; `would_block_users` if a rule that leaves out the role would shut them out
 */
export async function revokeRole(deps: Deps, ask: RoleChange): Promise<void> {
  const { tenantId, userId, role } = ask
  await deps.stores.atomically(async (tx) => {
    const person = await getPerson(tx, tenantId, userId)
    await requirePermission(tx, ask, 'change roles')
    if (role === 'globalAdministrator') await requireAbleAdministrator(tx, deps, person, noMethods)
    await checkRoleMove(tx, deps, ask, 'out')
    await tx.roles.remove(tenantId, userId, role)
    await appendAudit(tx, deps, ask, {
      activity: 'role_revoked',
      target: { kind: 'person', id: userId },
      detail: { role },
    })
  })
}
