import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { makeSigningKey, signingAlgorithms } from './make-signing-key.ts'
import { type SigningKeys, signingKeys } from './signing-keys.ts'

/** So long a new key is published before it signs: as long as verifiers keep our keys before they ask again. */
const overlapSeconds = 24 * 3600

/** So long an old key stays published after it stopped signing: longer than any token it signed is good. */
const tokenSeconds = 24 * 3600

/**
 * Make a tenant's next signing keys. They are published at once, and sign after the overlap; the ones before stay
 * published until every token they signed has expired.
 *
 * @param options.activeInSeconds how soon they sign, if the overlap cannot be waited for: 0 when a key was stolen
 */
export async function rotateSigningKeys(
  deps: Deps,
  tenantId: string,
  options: Partial<Attribution> & { readonly activeInSeconds?: number } = {},
): Promise<SigningKeys> {
  await signingKeys(deps, tenantId)
  const now = deps.now()
  const activeFrom = new Date(now.getTime() + (options.activeInSeconds ?? overlapSeconds) * 1000)
  const retiredAt = new Date(activeFrom.getTime() + tokenSeconds * 1000)
  const made = await Promise.all(
    signingAlgorithms.map((each) => makeSigningKey(deps, tenantId, each, activeFrom)),
  )

  await deps.stores.atomically(async (tx) => {
    for (const key of await tx.signingKeys.list(tenantId)) {
      if (key.retiredAt === undefined) await tx.signingKeys.putRetiredAt(tenantId, key.keyId, retiredAt)
    }
    for (const key of made) await tx.signingKeys.insert(key)
    await appendAudit(
      tx,
      deps,
      { actor: { kind: 'system' }, ...options, tenantId },
      {
        activity: 'signing_keys_rotated',
        target: { kind: 'tenant', id: tenantId },
        detail: { activeFrom: activeFrom.toISOString() },
      },
    )
  })
  return signingKeys(deps, tenantId)
}
