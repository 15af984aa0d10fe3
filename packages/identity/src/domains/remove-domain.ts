import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { requirePermission } from '../people/require-permission.ts'
import { IdentityRefusal } from '../refusal.ts'
import { readDomain } from '../tenants/read-domain.ts'
import type { DomainTarget } from './claim-domain.ts'

/** So many are named to whoever wants to remove it. */
const mostNamed = 20

/**
 * Give a domain up, or a claim to one.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`; `domain_in_use` while people are named after it, which carries
 *   whom (`users`); `domain_is_default`
 */
export async function removeDomain(deps: Deps, ask: DomainTarget): Promise<void> {
  const { tenantId } = ask
  const domain = readDomain(ask.domain)
  await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, { tenantId, actor: ask.actor }, 'change the organisation')
    if ((await tx.domains.findClaim(tenantId, domain)) !== undefined) {
      await tx.domains.removeClaim(tenantId, domain)
    } else {
      const [first] = await tx.domains.list(tenantId)
      if ((await tx.domains.find(tenantId, domain)) === undefined) {
        throw new IdentityRefusal('not_found', { detail: 'domain' })
      }
      const users = await tx.domains.listPeople(tenantId, domain, mostNamed)
      if (users.total > 0) {
        throw new IdentityRefusal('domain_in_use', { detail: `${users.total} people`, users })
      }
      if (first?.domain === domain) throw new IdentityRefusal('domain_is_default', { detail: domain })
      await tx.tenants.removeDomain(tenantId, domain)
    }
    await appendAudit(tx, deps, ask, {
      activity: 'domain_removed',
      target: { kind: 'domain', id: domain, name: domain },
    })
  })
}

/** Name new people after this domain from now on. @throws IdentityRefusal `not_found`, `not_permitted` */
export async function chooseDefaultDomain(deps: Deps, ask: DomainTarget): Promise<void> {
  const { tenantId } = ask
  const domain = readDomain(ask.domain)
  await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, { tenantId, actor: ask.actor }, 'change the organisation')
    if ((await tx.domains.find(tenantId, domain)) === undefined) {
      throw new IdentityRefusal('not_found', { detail: 'domain' })
    }
    await tx.domains.putDefault(tenantId, domain)
    await appendAudit(tx, deps, ask, {
      activity: 'default_domain_chosen',
      target: { kind: 'domain', id: domain, name: domain },
    })
  })
}
