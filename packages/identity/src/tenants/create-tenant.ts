import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { newId } from '../ids/new-id.ts'
import { readText } from '../read-text.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import { readDomain } from './read-domain.ts'
import { defaultTenantSettings, type Tenant, type TenantSettings } from './tenant.ts'

/** An organisation to be. */
export interface NewTenant extends Attribution {
  readonly displayName: string
  /** Its first domain: new people are named after it. */
  readonly domain: string
  readonly settings?: TenantSettings
  readonly demo?: boolean
}

/**
 * Create an organisation. For the operator at the machine and for the system; people set one up by a link.
 *
 * @throws IdentityRefusal `already_exists` if any organisation has this domain, `invalid_input`, `not_permitted`
 */
export async function createTenant(deps: Deps, ask: NewTenant): Promise<Tenant> {
  if (ask.actor.kind === 'person') throw new IdentityRefusal('not_permitted', { detail: 'create a tenant' })
  const made = toTenant(deps, ask)
  await deps.stores.atomically((tx) => insertTenant(tx, deps, ask, made))
  return made.tenant
}

/** Read what a new organisation is to be. @throws IdentityRefusal `invalid_input` */
export function toTenant(
  deps: Pick<Deps, 'now' | 'random'>,
  ask: Omit<NewTenant, 'actor'>,
): { readonly tenant: Tenant; readonly domain: string } {
  return {
    domain: readDomain(ask.domain),
    tenant: {
      tenantId: newId(deps),
      displayName: readText(ask.displayName, 'displayName', 100),
      settings: ask.settings ?? defaultTenantSettings,
      demo: ask.demo ?? false,
      createdAt: deps.now(),
      rulesVersion: 0,
    },
  }
}

/** Keep a new organisation, its domain, and the audit record, in a unit of work. */
export async function insertTenant(
  tx: Pick<Shelves, 'tenants' | 'audit'>,
  deps: Pick<Deps, 'now' | 'random'>,
  by: Attribution,
  { tenant, domain }: { readonly tenant: Tenant; readonly domain: string },
): Promise<void> {
  const { tenantId, displayName, createdAt, demo } = tenant
  await tx.tenants.insert(tenant)
  await tx.tenants.insertDomain(tenantId, domain, createdAt)
  await appendAudit(
    tx,
    deps,
    { ...by, tenantId },
    {
      activity: 'tenant_created',
      target: { kind: 'tenant', id: tenantId, name: displayName },
      detail: { domain, demo },
    },
  )
}
