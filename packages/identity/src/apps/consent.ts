import { isGraphPermission, needsAdministrator } from '@latchkey/policy'
import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { requirePermission } from '../people/require-permission.ts'
import { IdentityRefusal } from '../refusal.ts'
import { findApp, keepBuiltInApp } from './built-in-apps.ts'

/** What was agreed to, for whom. */
export interface NewConsent extends Attribution {
  readonly tenantId: string
  readonly clientId: string
  /** Empty: an administrator agrees for everybody. */
  readonly userId: string
  readonly scopes: readonly string[]
}

/**
 * Remember that somebody agreed to what an app asks. People agree for themselves, to what is theirs to give; to the rest
 * of Graph only administrators do, and they alone agree for everybody.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`
 */
export async function rememberConsent(deps: Deps, ask: NewConsent): Promise<void> {
  const { tenantId, clientId, userId, scopes, actor } = ask
  await deps.stores.atomically(async (tx) => {
    const app = await findApp(tx, tenantId, clientId)
    if (app === undefined) throw new IdentityRefusal('not_found', { detail: 'app' })
    const forOneself = actor.kind === 'person' && userId !== '' && actor.userId === userId
    const beyondPeople = scopes.some((scope) => isGraphPermission(scope) && needsAdministrator(scope))
    if (!forOneself || app.consent === 'administrator' || beyondPeople) {
      await requirePermission(tx, { tenantId, actor }, 'consent for everybody')
    }
    await keepBuiltInApp(tx, app)
    await tx.consents.put({ tenantId, clientId, userId, scopes, at: deps.now() })
    await appendAudit(tx, deps, ask, {
      activity: 'consent_given',
      target: { kind: 'app', id: clientId, name: app.displayName },
      detail: { scopes: scopes.join(' '), everybody: userId === '' },
    })
  })
}

/** Find the scopes that are agreed to for a person: by themselves, or by an administrator for everybody. */
export async function findConsent(
  deps: Pick<Deps, 'stores'>,
  ask: { readonly tenantId: string; readonly clientId: string; readonly userId: string },
): Promise<readonly string[]> {
  const given = await deps.stores.consents.list(ask.tenantId, ask.clientId, ask.userId)
  return [...new Set(given.flatMap(({ scopes }) => scopes))].sort()
}

/**
 * Take back what was agreed: by a person, or, where `userId` is empty, by an administrator for everybody.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`
 */
export async function withdrawConsent(deps: Deps, ask: Omit<NewConsent, 'scopes'>): Promise<void> {
  const { tenantId, clientId, userId, actor } = ask
  await deps.stores.atomically(async (tx) => {
    const app = await findApp(tx, tenantId, clientId)
    if (app === undefined) throw new IdentityRefusal('not_found', { detail: 'app' })
    const forOneself = actor.kind === 'person' && userId !== '' && actor.userId === userId
    if (!forOneself) await requirePermission(tx, { tenantId, actor }, 'consent for everybody')
    await tx.consents.remove(tenantId, clientId, userId)
    await appendAudit(tx, deps, ask, {
      activity: 'consent_withdrawn',
      target: { kind: 'app', id: clientId, name: app.displayName },
      detail: { everybody: userId === '' },
    })
  })
}
