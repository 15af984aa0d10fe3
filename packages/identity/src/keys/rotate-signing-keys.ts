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
 * When a key was stolen, both are 0: then what it signed is worthless at once, and everybody signs in again.
 *
 * @param options.activeInSeconds how soon the new ones sign
 * @param options.retireInSeconds how long after that the old ones stay published
 */
export async function rotateSigningKeys(
  deps: Deps,
  tenantId: string,
  options: Partial<Attribution> & {
    readonly activeInSeconds?: number
    readonly retireInSeconds?: number
  } = {},
): Promise<SigningKeys> {
  await signingKeys(deps, tenantId)
  const now = deps.now()
  const activeFrom = new Date(now.getTime() + (options.activeInSeconds ?? overlapSeconds) * 1000)
  const retiredAt = new Date(activeFrom.getTime() + (options.retireInSeconds ?? tokenSeconds) * 1000)
  const made = await Promise.all(
    signingAlgorithms.map((each) => makeSigningKey(deps, tenantId, each, activeFrom)),
  )

  await deps.stores.atomically(async (tx) => {
    for (const key of await tx.signingKeys.list(tenantId)) {
      const staysLonger = key.retiredAt === undefined || key.retiredAt > retiredAt
      if (staysLonger) await tx.signingKeys.putRetiredAt(tenantId, key.keyId, retiredAt)
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
