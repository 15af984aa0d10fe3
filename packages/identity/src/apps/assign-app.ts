import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { requirePermission } from '../people/require-permission.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import type { AppAssignment } from './app-store.ts'
import { findApp, keepBuiltInApp } from './built-in-apps.ts'

/** Who is to use an app, and as what. */
export interface NewAssignment extends Attribution {
  readonly tenantId: string
  readonly clientId: string
  readonly principal: 'person' | 'group'
  readonly principalId: string
  /** The value of one of the app's roles; none if absent. */
  readonly role?: string
}

/** Let a person or a group use an app. @throws IdentityRefusal `not_found`, `not_permitted`, `invalid_input` */
export async function assignApp(deps: Deps, ask: NewAssignment): Promise<void> {
  const { tenantId, clientId, principal, principalId, role = '' } = ask
  const assignment: AppAssignment = { tenantId, clientId, principal, principalId, role }
  await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, { tenantId, actor: ask.actor }, 'change apps')
    const app = await findApp(tx, tenantId, clientId)
    if (app === undefined || !(await isThere(tx, assignment))) throw new IdentityRefusal('not_found')
    if (role !== '' && !app.appRoles.some(({ value }) => value === role)) {
      throw new IdentityRefusal('invalid_input', { detail: 'role' })
    }
    await keepBuiltInApp(tx, app)
    await tx.apps.insertAssignment(assignment)
    await appendAudit(tx, deps, ask, {
      activity: 'app_assigned',
      target: { kind: 'app', id: clientId, name: app.displayName },
      detail: { principal, principalId, role },
    })
  })
}

async function isThere(
  tx: Pick<Shelves, 'people' | 'groups'>,
  { tenantId, principal, principalId }: AppAssignment,
): Promise<boolean> {
  const found =
    principal === 'person'
      ? await tx.people.find(tenantId, principalId)
      : await tx.groups.find(tenantId, principalId)
  return found !== undefined
}
