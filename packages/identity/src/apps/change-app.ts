import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { equalSecrets } from '../ids/secret.ts'
import { rehearsed } from '../lock-out/rehearsal.ts'
import { type LockOutTerms, requireNobodyShutOut } from '../lock-out/require-nobody-shut-out.ts'
import { requirePermission } from '../people/require-permission.ts'
import { readText } from '../read-text.ts'
import { IdentityRefusal } from '../refusal.ts'
import { getSnapshot } from '../rules/get-rules.ts'
import type { Shelves } from '../stores.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import type { App, AppAssignment } from './app-store.ts'
import { findApp, graphAppId, isBuiltInApp, keepBuiltInApp } from './built-in-apps.ts'
import { type OptionalClaims, readOptionalClaims } from './optional-claims.ts'
import { readAppRoles } from './read-app-roles.ts'
import { readIfAny, readRedirectUri } from './read-uri.ts'

/** A change to one app. */
export type AppTarget = Attribution & { readonly tenantId: string; readonly clientId: string }

/** What may change about an app. What is absent stays; of an address, an empty text is none. */
export interface AppChange {
  readonly displayName?: string
  /** One that holds a secret stays of a kind that can. */
  readonly kind?: App['kind']
  readonly redirectUris?: readonly string[]
  readonly postLogoutRedirectUris?: readonly string[]
  readonly backchannelLogoutUri?: string
  readonly initiateLoginUri?: string
  readonly homePageUrl?: string
  readonly deviceCodeAllowed?: boolean
  readonly assignmentRequired?: boolean
  readonly groupsClaim?: App['groupsClaim']
  readonly appRoles?: App['appRoles']
  readonly optionalClaims?: OptionalClaims
  readonly consent?: App['consent']
  readonly signingAlgorithm?: App['signingAlgorithm']
  /** `organisation`: what is enough for the organisation is enough for the app. */
  readonly leastStrength?: NonNullable<App['leastStrength']> | 'organisation'
  readonly enabled?: boolean
}

/**
 * Change an app. Asking more of a sign-in goes through the same check as a rule: nobody is shut out by surprise.
 *
 * @param terms `acknowledge`: the name of the list of people whom the caller accepts to shut out
 * @throws IdentityRefusal `not_found`, `not_permitted`, `invalid_input`; `would_block_users`, `last_administrator`
 */
export async function changeApp(
  deps: Deps,
  ask: AppTarget & { readonly change: AppChange },
  terms: { readonly acknowledge?: string } = {},
): Promise<App> {
  return await rehearsed(deps, (rehearsal) =>
    deps.stores.atomically(async (tx) => {
      const before = await getApp(tx, ask)
      await requirePermission(tx, { tenantId: ask.tenantId, actor: ask.actor }, 'change apps')
      requireOwnChoice(before, ask.change)
      const app = withAppChange(before, ask.change)
      await checkShutOut(tx, deps, { before, app }, { ...terms, rehearsal })
      await keepBuiltInApp(tx, before)
      await tx.apps.put(app)
      await appendAudit(tx, deps, ask, {
        activity: 'app_changed',
        target: { kind: 'app', id: app.clientId, name: app.displayName },
        detail: { changed: Object.keys(ask.change).toSorted().join(' ') },
      })
      return app
    }),
  )
}

function withAppChange(before: App, change: AppChange): App {
  const { backchannelLogoutUri, initiateLoginUri, homePageUrl, leastStrength, ...facts } = before
  const { displayName, redirectUris, postLogoutRedirectUris, appRoles, optionalClaims, ...switches } = change
  const kind = readKind(before, change.kind ?? before.kind)
  const strength = change.leastStrength ?? leastStrength
  return {
    ...facts,
    ...withoutAddresses(switches),
    ...readIfAny('backchannelLogoutUri', change.backchannelLogoutUri ?? backchannelLogoutUri),
    ...readIfAny('initiateLoginUri', change.initiateLoginUri ?? initiateLoginUri),
    ...readIfAny('homePageUrl', change.homePageUrl ?? homePageUrl),
    ...(strength !== undefined && strength !== 'organisation' && { leastStrength: strength }),
    ...(displayName !== undefined && { displayName: readText(displayName, 'displayName', 100) }),
    redirectUris: (redirectUris ?? before.redirectUris).map((uri) => readRedirectUri(uri, kind)),
    postLogoutRedirectUris: (postLogoutRedirectUris ?? before.postLogoutRedirectUris).map((uri) =>
      readRedirectUri(uri, kind),
    ),
    ...(appRoles && { appRoles: readAppRoles(appRoles) }),
    ...(optionalClaims && { optionalClaims: readOptionalClaims(optionalClaims) }),
  }
}

function withoutAddresses({
  backchannelLogoutUri: _backchannel,
  initiateLoginUri: _initiate,
  homePageUrl: _home,
  leastStrength: _strength,
  ...others
}: Omit<
  AppChange,
  'displayName' | 'redirectUris' | 'postLogoutRedirectUris' | 'appRoles' | 'optionalClaims'
>) {
  return others
}

/** Only what lets people in can shut them out. */
async function checkShutOut(
  tx: Shelves,
  deps: Deps,
  { before, app }: { readonly before: App; readonly app: App },
  terms: LockOutTerms,
): Promise<void> {
  if (app.leastStrength === before.leastStrength) return
  const tenant = await getTenant(tx, app.tenantId)
  const { documents } = await getSnapshot(tx, deps, tenant)
  const { clientId, displayName, leastStrength = 'singleFactor' } = app
  const ask = {
    tenantId: app.tenantId,
    settings: tenant.settings,
    before: documents,
    after: documents,
    app: { clientId, displayName, leastStrength },
  }
  await requireNobodyShutOut(tx, deps, ask, terms)
}

/** Of an app that is there of itself, only whether it is on and who may use it is the organisation's to say; of Graph, nothing. */
function requireOwnChoice({ clientId }: App, change: AppChange): void {
  if (!isBuiltInApp(clientId)) return
  const own = clientId === graphAppId ? [] : ['enabled', 'assignmentRequired', 'leastStrength']
  if (Object.keys(change).some((name) => !own.includes(name))) throw builtIn()
}

function builtIn(): IdentityRefusal {
  return new IdentityRefusal('not_permitted', { detail: 'built in' })
}

function readKind(before: App, kind: App['kind']): App['kind'] {
  const keepsSecrets = kind === 'web' || kind === 'daemon'
  if (before.secrets.length > 0 && !keepsSecrets) {
    throw new IdentityRefusal('invalid_input', { detail: 'kind' })
  }
  return kind
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
    const secrets = app.secrets.filter(({ hash }) => !equalSecrets(hash, ask.secretHash))
    if (secrets.length === app.secrets.length) {
      throw new IdentityRefusal('not_found', { detail: 'secret' })
    }
    await tx.apps.put({ ...app, secrets })
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
