import type { Deps } from '../deps.ts'
import { newSecret, sha256 } from '../ids/secret.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'

const linkHours = 24

/**
 * Create the one-time link with which the first administrator sets up the organisation. It replaces any earlier one and
 * is good for a day.
 *
 * @returns the secret for the link's fragment; only its hash is kept
 * @throws IdentityRefusal `not_permitted` once there is a real organisation: the operator's command makes others
 */
export async function createFirstAdministratorLink(deps: Deps): Promise<string> {
  const token = newSecret(deps)
  await deps.stores.atomically(async (tx) => {
    await requireNoRealTenant(tx)
    await tx.links.removeAll('first-administrator')
    const createdAt = deps.now()
    await tx.links.insert({
      tokenHash: sha256(token),
      purpose: 'first-administrator',
      createdAt,
      expiresAt: new Date(createdAt.getTime() + linkHours * 3_600_000),
    })
  })
  return token
}

/** @throws IdentityRefusal `not_permitted` if there is an organisation that is not the demo's */
export async function requireNoRealTenant(tx: Pick<Shelves, 'tenants'>): Promise<void> {
  const tenants = await tx.tenants.list()
  if (tenants.some(({ demo }) => !demo)) {
    throw new IdentityRefusal('not_permitted', { detail: 'there is an organisation' })
  }
}
