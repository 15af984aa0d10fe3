import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { equalSecrets, newSecret, sha256 } from '../ids/secret.ts'
import { requirePermission } from '../people/require-permission.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { App } from './app-store.ts'

/** So that the old one still works while the new one is rolled out, and no forgotten ones pile up. */
const mostSecrets = 5

/**
 * Add a secret to an application that can keep one.
 *
 * @returns the secret, for the only time
 * @throws IdentityRefusal `not_found`, `not_permitted`, `invalid_input` if the app can keep none, or has five
 */
export async function addAppSecret(
  deps: Deps,
  ask: Attribution & { readonly tenantId: string; readonly clientId: string },
): Promise<string> {
  const secret = newSecret(deps)
  await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, { tenantId: ask.tenantId, actor: ask.actor }, 'change apps')
    const app = await tx.apps.find(ask.tenantId, ask.clientId)
    if (app === undefined) throw new IdentityRefusal('not_found', { detail: 'app' })
    const keepsSecrets = app.kind === 'web' || app.kind === 'daemon'
    if (!keepsSecrets || app.secretHashes.length >= mostSecrets) {
      throw new IdentityRefusal('invalid_input', { detail: 'secret' })
    }
    await tx.apps.put({ ...app, secretHashes: [...app.secretHashes, sha256(secret)] })
    await appendAudit(tx, deps, ask, {
      activity: 'app_secret_added',
      target: { kind: 'app', id: app.clientId, name: app.displayName },
    })
  })
  return secret
}

/** Tell whether this is one of an app's secrets. Every one is compared, whichever matches. */
export function isAppSecret(app: App, secret: string): boolean {
  const hash = sha256(secret)
  return app.secretHashes.filter((each) => equalSecrets(each, hash)).length > 0
}
