import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { newId } from '../ids/new-id.ts'
import { newSecret } from '../ids/secret.ts'
import { requirePermission } from '../people/require-permission.ts'
import { readText } from '../read-text.ts'
import { IdentityRefusal } from '../refusal.ts'
import { toSecret } from './app-secret.ts'
import type { App, AppRole } from './app-store.ts'
import { isBuiltInApp } from './built-in-apps.ts'
import { type OptionalClaims, readOptionalClaims } from './optional-claims.ts'
import { readAppRoles } from './read-app-roles.ts'
import { readIfAny, readRedirectUri } from './read-uri.ts'

/** An application to be. What is absent is the careful choice; of an address, an empty text is none. */
export interface NewApp extends Attribution {
  readonly tenantId: string
  /** Made if absent. */
  readonly clientId?: string
  readonly displayName: string
  readonly kind: App['kind']
  readonly redirectUris?: readonly string[]
  readonly postLogoutRedirectUris?: readonly string[]
  readonly backchannelLogoutUri?: string
  readonly initiateLoginUri?: string
  readonly homePageUrl?: string
  readonly deviceCodeAllowed?: boolean
  readonly assignmentRequired?: boolean
  readonly groupsClaim?: App['groupsClaim']
  readonly appRoles?: readonly AppRole[]
  readonly optionalClaims?: OptionalClaims
  readonly consent?: App['consent']
  readonly leastStrength?: NonNullable<App['leastStrength']>
  readonly signingAlgorithm?: App['signingAlgorithm']
  /** `later`: it has none until `addAppSecret` makes one. */
  readonly secret?: 'later'
}

/**
 * Add an application.
 *
 * @returns the app, and for one that can keep a secret its secret, for the only time
 * @throws IdentityRefusal `already_exists`, `invalid_input`, `not_permitted`
 */
export async function addApp(
  deps: Deps,
  ask: NewApp,
): Promise<{ readonly app: App; readonly secret?: string }> {
  const keepsSecrets = ask.kind === 'web' || ask.kind === 'daemon'
  const secret = keepsSecrets && ask.secret !== 'later' ? newSecret(deps) : undefined
  const app = toApp(deps, ask, secret)
  await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, { tenantId: ask.tenantId, actor: ask.actor }, 'change apps')
    await tx.apps.insert(app)
    await appendAudit(tx, deps, ask, {
      activity: 'app_added',
      target: { kind: 'app', id: app.clientId, name: app.displayName },
      detail: { kind: app.kind },
    })
  })
  return { app, ...(secret !== undefined && { secret }) }
}

function toApp(deps: Deps, ask: NewApp, secret: string | undefined): App {
  const { leastStrength, optionalClaims } = ask
  const clientId = ask.clientId ?? newId(deps)
  if (!/^[A-Za-z0-9._~-]{1,100}$/.test(clientId)) throw invalid('clientId')
  if (isBuiltInApp(clientId)) throw new IdentityRefusal('already_exists')
  return {
    tenantId: ask.tenantId,
    clientId,
    displayName: readText(ask.displayName, 'displayName', 100),
    kind: ask.kind,
    secrets: secret === undefined ? [] : [toSecret(deps, secret, {})],
    redirectUris: (ask.redirectUris ?? []).map((uri) => readRedirectUri(uri, ask.kind)),
    postLogoutRedirectUris: (ask.postLogoutRedirectUris ?? []).map((uri) => readRedirectUri(uri, ask.kind)),
    ...readIfAny('backchannelLogoutUri', ask.backchannelLogoutUri),
    ...readIfAny('homePageUrl', ask.homePageUrl),
    ...readIfAny('initiateLoginUri', ask.initiateLoginUri),
    deviceCodeAllowed: ask.deviceCodeAllowed ?? false,
    assignmentRequired: ask.assignmentRequired ?? false,
    groupsClaim: ask.groupsClaim ?? 'none',
    appRoles: readAppRoles(ask.appRoles ?? []),
    ...(optionalClaims && { optionalClaims: readOptionalClaims(optionalClaims) }),
    consent: ask.consent ?? 'person',
    ...(leastStrength !== undefined && { leastStrength }),
    signingAlgorithm: ask.signingAlgorithm ?? 'RS256',
    enabled: true,
    createdAt: deps.now(),
  }
}

function invalid(detail: string): IdentityRefusal {
  return new IdentityRefusal('invalid_input', { detail })
}
