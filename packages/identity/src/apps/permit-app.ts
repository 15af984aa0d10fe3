import { findGraphPermission, isGraphPermission } from '@latchkey/policy'
import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { requirePermission } from '../people/require-permission.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import type { App } from './app-store.ts'
import { findApp, graphAppId } from './built-in-apps.ts'

/** What an app is to do for itself, with nobody signed in. */
export interface PermissionAsk extends Attribution {
  readonly tenantId: string
  readonly clientId: string
  /** Names of Graph's application permissions. */
  readonly permissions: readonly string[]
}

/**
 * Permit an app to do things for itself. Only one that can keep a secret gets a token of its own, so only such a one is
 * permitted anything.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`, `invalid_input`
 */
export async function permitApp(deps: Deps, ask: PermissionAsk): Promise<void> {
  const { tenantId, clientId, permissions } = ask
  await deps.stores.atomically(async (tx) => {
    const app = await getPermitted(tx, ask)
    if (app.kind !== 'web' && app.kind !== 'daemon') throw invalid('clientId')
    const unknown = permissions.find((name) => findGraphPermission(name)?.application === undefined)
    if (unknown !== undefined) throw invalid(unknown)

    const grantedAt = deps.now()
    for (const permission of permissions) {
      await tx.apps.insertPermission({ tenantId, clientId, resourceId: graphAppId, permission, grantedAt })
    }
    await record(tx, deps, ask, { app, activity: 'app_permitted' })
  })
}

/**
 * Take permissions back. What was allowed by them is refused from the next request on.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`
 */
export async function forbidApp(deps: Deps, ask: PermissionAsk): Promise<void> {
  const { tenantId, clientId, permissions } = ask
  await deps.stores.atomically(async (tx) => {
    const app = await getPermitted(tx, ask)
    for (const permission of permissions) {
      const removed = await tx.apps.removePermission({
        tenantId,
        clientId,
        resourceId: graphAppId,
        permission,
      })
      if (!removed) throw new IdentityRefusal('not_found', { detail: permission })
    }
    await record(tx, deps, ask, { app, activity: 'app_forbidden' })
  })
}

async function getPermitted(tx: Shelves, ask: PermissionAsk): Promise<App> {
  await requirePermission(tx, { tenantId: ask.tenantId, actor: ask.actor }, 'consent for everybody')
  const app = await findApp(tx, ask.tenantId, ask.clientId)
  if (app === undefined) throw new IdentityRefusal('not_found', { detail: 'app' })
  return app
}

function record(
  tx: Shelves,
  deps: Deps,
  ask: PermissionAsk,
  { app, activity }: { readonly app: App; readonly activity: string },
): Promise<void> {
  return appendAudit(tx, deps, ask, {
    activity,
    target: { kind: 'app', id: app.clientId, name: app.displayName },
    detail: { permissions: ask.permissions.filter(isGraphPermission).join(' ') },
  })
}

function invalid(detail: string): IdentityRefusal {
  return new IdentityRefusal('invalid_input', { detail })
}
