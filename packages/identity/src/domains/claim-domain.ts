import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { requirePermission } from '../people/require-permission.ts'
import { IdentityRefusal } from '../refusal.ts'
import { readDomain } from '../tenants/read-domain.ts'
import { newProof } from './domain-proof.ts'
import type { DomainClaim } from './domain-store.ts'

/** A change to one domain. */
export type DomainTarget = Attribution & { readonly tenantId: string; readonly domain: string }

/** So many may wait to be proven. */
const mostClaims = 50

/**
 * Say that the organisation has a domain. Nobody is found by it until `verifyDomain` has seen the proof.
 *
 * @throws IdentityRefusal `not_permitted`, `invalid_input`, `already_exists`; `domain_taken` if another organisation has it
 */
export async function claimDomain(deps: Deps, ask: DomainTarget): Promise<DomainClaim> {
  const { tenantId } = ask
  const claim = { tenantId, domain: readDomain(ask.domain), proof: newProof(deps), createdAt: deps.now() }
  await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, { tenantId, actor: ask.actor }, 'change the organisation')
    const owner = await tx.tenants.findByDomain(claim.domain)
    if (owner !== undefined) {
      throw new IdentityRefusal(owner.tenantId === tenantId ? 'already_exists' : 'domain_taken')
    }
    if ((await tx.domains.listClaims(tenantId)).length >= mostClaims) {
      throw new IdentityRefusal('invalid_input', { detail: 'domain: too many wait to be proven' })
    }
    await tx.domains.insertClaim(claim)
    await appendAudit(tx, deps, ask, {
      activity: 'domain_claimed',
      target: { kind: 'domain', id: claim.domain, name: claim.domain },
    })
  })
  return claim
}
