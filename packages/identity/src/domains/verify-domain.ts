import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { mailAdministrators } from '../outbox/mail-administrators.ts'
import { requirePermission } from '../people/require-permission.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import { readDomain } from '../tenants/read-domain.ts'
import type { DomainTarget } from './claim-domain.ts'
import { type LookUpTxt, lookForProof } from './domain-proof.ts'
import type { Domain, DomainClaim } from './domain-store.ts'

/**
 * Look for the proof of a claimed domain, and take the domain if it is there: the first organisation to prove it has it,
 * and the others that claim it are told. One that is proven already is looked at again.
 *
 * @throws IdentityRefusal `not_permitted`, `not_found`; `domain_not_proven` if the record is not there,
 *   `domain_unreachable` if nobody answered, `domain_taken` if another organisation was first
 */
export async function verifyDomain(deps: Deps, ask: DomainTarget, lookUp: LookUpTxt): Promise<Domain> {
  const { tenantId } = ask
  const domain = readDomain(ask.domain)
  const { claim, proven } = await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, { tenantId, actor: ask.actor }, 'change the organisation')
    return {
      claim: await tx.domains.findClaim(tenantId, domain),
      proven: await tx.domains.find(tenantId, domain),
    }
  })
  const proof = proven === undefined ? claim?.proof : proven.proof
  if (proof === undefined) {
    if (proven === undefined) throw new IdentityRefusal('not_found', { detail: 'domain' })
    return proven
  }

  // Outside of any unit: others would wait for somebody's name server.
  const found = await lookForProof(lookUp, { domain, proof })
  const seen =
    proven === undefined
      ? await take(deps, ask, { domain, proof }, found)
      : await noteLook(deps, proven, found)
  if (typeof seen !== 'string') return seen
  throw new IdentityRefusal(refusalOf[seen], { detail: domain })
}

const refusalOf = {
  missing: 'domain_not_proven',
  unreachable: 'domain_unreachable',
  taken: 'domain_taken',
} as const

async function noteLook(
  { stores, now }: Deps,
  domain: Domain,
  found: 'found' | 'missing' | 'unreachable',
): Promise<Domain | 'missing' | 'unreachable'> {
  if (found === 'unreachable') return found
  const { missingSince, ...kept } = domain
  const checkedAt = now()
  const check = {
    checkedAt,
    ...(found === 'missing' && { missingSince: missingSince ?? checkedAt }),
  }
  await stores.domains.putCheck(domain.tenantId, domain.domain, check)
  return found === 'missing' ? found : { ...kept, checkedAt }
}

/** What is refused is kept, too: so nothing is thrown before the unit has ended. */
async function take(
  deps: Deps,
  ask: DomainTarget,
  { domain, proof }: Pick<DomainClaim, 'domain' | 'proof'>,
  found: 'found' | 'missing' | 'unreachable',
): Promise<Domain | 'missing' | 'unreachable' | 'taken'> {
  const { tenantId } = ask
  const checkedAt = deps.now()
  return await deps.stores.atomically(async (tx) => {
    const owner = await tx.tenants.findByDomain(domain)
    const outcome = owner !== undefined ? 'taken' : found
    if (outcome !== 'found') {
      await tx.domains.putClaimCheck({ tenantId, domain, checkedAt, outcome })
      return outcome
    }
    const proven = { tenantId, domain, isDefault: false, createdAt: checkedAt, proof, checkedAt }
    await tx.domains.insertProven(proven)
    await tx.domains.removeClaim(tenantId, domain)
    await appendAudit(tx, deps, ask, {
      activity: 'domain_verified',
      target: { kind: 'domain', id: domain, name: domain },
    })
    await tellOthers(tx, deps, domain)
    return proven
  })
}

async function tellOthers(tx: Shelves, deps: Deps, domain: string): Promise<void> {
  for (const tenantId of await tx.domains.listClaimants(domain)) {
    await tx.domains.putClaimCheck({ tenantId, domain, checkedAt: deps.now(), outcome: 'taken' })
    const by = { tenantId, actor: { kind: 'system' as const } }
    await appendAudit(tx, deps, by, {
      activity: 'domain_lost',
      target: { kind: 'domain', id: domain, name: domain },
    })
    await mailAdministrators(tx, deps, {
      tenantId,
      roles: ['globalAdministrator'],
      template: 'domain_taken',
      values: { name: domain },
    })
  }
}
