import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { equalSecrets, newSecret, sha256 } from '../ids/secret.ts'
import { requirePermission } from '../people/require-permission.ts'
import { readText } from '../read-text.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { App, AppSecret } from './app-store.ts'

/** So that the old one still works while the new one is rolled out, and no forgotten ones pile up. */
const mostSecrets = 5

/** What a secret is called and how long it is good. */
export interface NewAppSecret {
  readonly name?: string
  /** Absent: until it is removed. */
  readonly expiresAt?: Date
}

/**
 * Add a secret to an application that can keep one.
 *
 * @returns the secret, for the only time, and what is kept of it
 * @throws IdentityRefusal `not_found`, `not_permitted`, `invalid_input` if the app can keep none, or has five
 */
export async function addAppSecret(
  deps: Deps,
  ask: Attribution & NewAppSecret & { readonly tenantId: string; readonly clientId: string },
): Promise<{ readonly secret: string; readonly kept: AppSecret }> {
  const secret = newSecret(deps)
  const kept = toSecret(deps, secret, ask)
  await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, { tenantId: ask.tenantId, actor: ask.actor }, 'change apps')
    const app = await tx.apps.find(ask.tenantId, ask.clientId)
    if (app === undefined) throw new IdentityRefusal('not_found', { detail: 'app' })
    const keepsSecrets = app.kind === 'web' || app.kind === 'daemon'
    if (!keepsSecrets || app.secrets.length >= mostSecrets) {
      throw new IdentityRefusal('invalid_input', { detail: 'secret' })
    }
    await tx.apps.put({ ...app, secrets: [...app.secrets, kept] })
    await appendAudit(tx, deps, ask, {
      activity: 'app_secret_added',
      target: { kind: 'app', id: app.clientId, name: app.displayName },
      ...(kept.expiresAt !== undefined && { detail: { expiresAt: kept.expiresAt.toISOString() } }),
    })
  })
  return { secret, kept }
}

/** What is kept of a secret. @throws IdentityRefusal `invalid_input` */
export function toSecret({ now }: Pick<Deps, 'now'>, secret: string, ask: NewAppSecret): AppSecret {
  const { name = '', expiresAt } = ask
  const createdAt = now()
  if (expiresAt !== undefined && !(expiresAt > createdAt)) {
    throw new IdentityRefusal('invalid_input', { detail: 'endDateTime: it is over already' })
  }
  return {
    hash: sha256(secret),
    hint: secret.slice(0, 3),
    createdAt,
    ...(name.trim() !== '' && { name: readText(name, 'displayName', 100) }),
    ...(expiresAt !== undefined && { expiresAt }),
  }
}

/** Tell whether this is one of an app's secrets, and still good. Every one is compared, whichever matches. */
export function isAppSecret({ secrets }: App, secret: string, now: Date): boolean {
  const hash = sha256(secret)
  const matching = secrets.filter((each) => equalSecrets(each.hash, hash))
  return matching.some(({ expiresAt }) => expiresAt === undefined || expiresAt > now)
}
