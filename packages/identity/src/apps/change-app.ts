import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { equalSecrets } from '../ids/secret.ts'
import { isUuid } from '../ids/uuid.ts'
import { requirePermission } from '../people/require-permission.ts'
import { readText } from '../read-text.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import type { App, AppAssignment } from './app-store.ts'
import { findApp, graphAppId, isBuiltInApp, keepBuiltInApp } from './built-in-apps.ts'
import { readAddress, readRedirectUri } from './read-uri.ts'

/** A change to one app. */
export type AppTarget = Attribution & { readonly tenantId: string; readonly clientId: string }

/** What may change about an app. What is absent stays. */
export interface AppChange {
  readonly displayName?: string
  /** One that holds a secret stays of a kind that can. */
  readonly kind?: App['kind']
  readonly redirectUris?: readonly string[]
  readonly deviceCodeAllowed?: boolean
  readonly assignmentRequired?: boolean
  readonly groupsClaim?: App['groupsClaim']
  readonly appRoles?: App['appRoles']
  readonly enabled?: boolean
  /** Empty: it has none. */
  readonly homePageUrl?: string
}

/** How many roles an app may have. */
const mostRoles = 100

/**
 * Change an app.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`, `invalid_input`
 */
export async function changeApp(deps: Deps, ask: AppTarget & { readonly change: AppChange }): Promise<App> {
  return deps.stores.atomically(async (tx) => {
    const before = await getApp(tx, ask)
    await requirePermission(tx, { tenantId: ask.tenantId, actor: ask.actor }, 'change apps')
    requireOwnChoice(before, ask.change)
    const { displayName, redirectUris, appRoles, homePageUrl, ...switches } = ask.change
    const { homePageUrl: homeBefore, ...facts } = before
    const home =
      homePageUrl === undefined ? homeBefore : homePageUrl === '' ? undefined : readAddress(homePageUrl)
    const kind = readKind(before, ask.change.kind ?? before.kind)
    const app: App = {
      ...facts,
      ...switches,
      ...(home !== undefined && { homePageUrl: home }),
      ...(displayName !== undefined && { displayName: readText(displayName, 'displayName', 100) }),
      redirectUris: (redirectUris ?? before.redirectUris).map((uri) => readRedirectUri(uri, kind)),
      ...(appRoles && { appRoles: readAppRoles(appRoles) }),
    }
    await keepBuiltInApp(tx, before)
    await tx.apps.put(app)
    await appendAudit(tx, deps, ask, {
      activity: 'app_changed',
      target: { kind: 'app', id: app.clientId, name: app.displayName },
      detail: { changed: Object.keys(ask.change).toSorted().join(' ') },
    })
    return app
  })
}

/** Of an app that is there of itself, only whether it is on and who may use it is the organisation's to say; of Graph, nothing. */
function requireOwnChoice({ clientId }: App, change: AppChange): void {
  if (!isBuiltInApp(clientId)) return
  const own = clientId === graphAppId ? [] : ['enabled', 'assignmentRequired']
  if (Object.keys(change).some((name) => !own.includes(name))) throw builtIn()
}

function builtIn(): IdentityRefusal {
  return new IdentityRefusal('not_permitted', { detail: 'built in' })
}

function readKind(before: App, kind: App['kind']): App['kind'] {
  const keepsSecrets = kind === 'web' || kind === 'daemon'
  if (before.secretHashes.length > 0 && !keepsSecrets) {
    throw new IdentityRefusal('invalid_input', { detail: 'kind' })
  }
  return kind
}

/** Read the roles of an app: each has a value of its own. @throws IdentityRefusal `invalid_input` */
export function readAppRoles(roles: App['appRoles']): App['appRoles'] {
  const read = roles.map(({ id, value, displayName }) => {
    if (!/^[!-~]{1,250}$/.test(value)) throw new IdentityRefusal('invalid_input', { detail: 'appRoles' })
    if (id !== undefined && !isUuid(id)) throw new IdentityRefusal('invalid_input', { detail: 'appRoles' })
    return { ...(id !== undefined && { id }), value, displayName: readText(displayName, 'appRoles', 100) }
  })
  if (read.length > mostRoles || new Set(read.map(({ value }) => value)).size < read.length) {
    throw new IdentityRefusal('invalid_input', { detail: 'appRoles' })
  }
  return read
}

/** Remove an app; nobody signs in through it any more. @throws IdentityRefusal `not_found`, `not_permitted` */
export async function removeApp(deps: Deps, ask: AppTarget): Promise<void> {
  await deps.stores.atomically(async (tx) => {
    const app = await getApp(tx, ask)
    await requirePermission(tx, { tenantId: ask.tenantId, actor: ask.actor }, 'change apps')
    if (isBuiltInApp(app.clientId)) throw builtIn()
    await tx.apps.remove(ask.tenantId, ask.clientId)
    await appendAudit(tx, deps, ask, {
      activity: 'app_removed',
      target: { kind: 'app', id: app.clientId, name: app.displayName },
    })
  })
}

/**
 * Take a secret from an app.
 *
 * @param ask.secretHash the SHA-256 of the secret
 * @throws IdentityRefusal `not_found`, `not_permitted`
 */
export async function removeAppSecret(
  deps: Deps,
  ask: AppTarget & { readonly secretHash: Uint8Array },
): Promise<void> {
  await deps.stores.atomically(async (tx) => {
    const app = await getApp(tx, ask)
    await requirePermission(tx, { tenantId: ask.tenantId, actor: ask.actor }, 'change apps')
    const secretHashes = app.secretHashes.filter((each) => !equalSecrets(each, ask.secretHash))
    if (secretHashes.length === app.secretHashes.length) {
      throw new IdentityRefusal('not_found', { detail: 'secret' })
    }
    await tx.apps.put({ ...app, secretHashes })
    await appendAudit(tx, deps, ask, {
      activity: 'app_secret_removed',
      target: { kind: 'app', id: app.clientId, name: app.displayName },
    })
  })
}

/** Take an assignment back. @throws IdentityRefusal `not_found`, `not_permitted` */
export async function unassignApp(deps: Deps, ask: AppAssignment & Attribution): Promise<void> {
  const { tenantId, clientId, principal, principalId, role } = ask
  const assignment: AppAssignment = { tenantId, clientId, principal, principalId, role }
  await deps.stores.atomically(async (tx) => {
    const app = await getApp(tx, ask)
    await requirePermission(tx, { tenantId, actor: ask.actor }, 'change apps')
    const held = await tx.apps.listAssignments(tenantId, clientId)
    const found = held.some(
      (each) => each.principal === principal && each.principalId === principalId && each.role === role,
    )
    if (!found) throw new IdentityRefusal('not_found', { detail: 'assignment' })
    await tx.apps.removeAssignment(assignment)
    await appendAudit(tx, deps, ask, {
      activity: 'app_unassigned',
      target: { kind: 'app', id: clientId, name: app.displayName },
      detail: { principal, principalId, role },
    })
  })
}

async function getApp(
  tx: Pick<Shelves, 'apps'>,
  { tenantId, clientId }: { readonly tenantId: string; readonly clientId: string },
): Promise<App> {
  const app = await findApp(tx, tenantId, clientId)
  if (app === undefined) throw new IdentityRefusal('not_found', { detail: 'app' })
  return app
}
