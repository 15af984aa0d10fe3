import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { mailAdministrators } from '../outbox/mail-administrators.ts'
import { IdentityRefusal } from '../refusal.ts'
import { readDomain } from '../tenants/read-domain.ts'
import type { Domain, PeopleOfDomain } from './domain-store.ts'

/** A domain that some organisation has, and whom it would affect to take it away. */
export interface DomainInUse {
  readonly domain: Domain
  readonly people: PeopleOfDomain
}

/** So many are named. */
const mostNamed = 20

/** Find the organisation that has a domain, and the people who are named after it. @throws IdentityRefusal `not_found` */
export async function getDomainInUse(deps: Pick<Deps, 'stores'>, name: string): Promise<DomainInUse> {
  const domainName = readDomain(name)
  const { domains, tenants } = deps.stores
  const owner = await tenants.findByDomain(domainName)
  const domain = owner && (await domains.find(owner.tenantId, domainName))
  if (domain === undefined) throw new IdentityRefusal('not_found', { detail: 'domain' })
  return { domain, people: await domains.listPeople(domain.tenantId, domainName, mostNamed) }
}

/**
 * Take a domain from the organisation that has it, for it has changed hands: the operator's, who alone stands above two
 * organisations. People who are named after it keep their names and their passkeys, and are not found by the domain any
 * more; the administrators are told. Another domain becomes the default, if this one was.
 *
 * @throws IdentityRefusal `not_found`; `domain_is_default` if it is the only one
 */
export async function releaseDomain(
  deps: Deps,
  ask: Attribution & { readonly domain: string },
): Promise<DomainInUse> {
  const inUse = await getDomainInUse(deps, ask.domain)
  const { tenantId, domain } = inUse.domain
  await deps.stores.atomically(async (tx) => {
    const held = await tx.domains.list(tenantId)
    const found = held.find((each) => each.domain === domain)
    if (found === undefined) throw new IdentityRefusal('not_found', { detail: 'domain' })
    const other = held.find((each) => each.domain !== domain)
    if (other === undefined) throw new IdentityRefusal('domain_is_default', { detail: domain })
    await tx.tenants.removeDomain(tenantId, domain)
    if (found.isDefault) await tx.domains.putDefault(tenantId, other.domain)
    await appendAudit(
      tx,
      deps,
      { ...ask, tenantId },
      {
        activity: 'domain_released',
        target: { kind: 'domain', id: domain, name: domain },
        detail: { people: inUse.people.total },
      },
    )
    await mailAdministrators(tx, deps, {
      tenantId,
      roles: ['globalAdministrator'],
      template: 'domain_released',
      values: { name: domain },
    })
  })
  return inUse
}
