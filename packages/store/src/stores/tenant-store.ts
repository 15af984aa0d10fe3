import { IdentityRefusal, type Tenant, type TenantStore } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromFlag, fromInstant, toFlag, toInstant } from '../rows.ts'
import type { DomainTable, TenantTable } from '../schema.ts'
import { statement } from '../statement.ts'
import { readTenantSettings } from './read-tenant-settings.ts'

const insertTenant = statement((db, row: TenantTable) =>
  db
    .insertInto('tenant')
    .values(row)
    .onConflict((c) => c.doNothing()),
)
const byId = statement((db, key: { tenantId: string }) =>
  db.selectFrom('tenant').selectAll().where('tenant_id', '=', key.tenantId),
)
const byDomain = statement((db, key: { domain: string }) =>
  db
    .selectFrom('tenant')
    .innerJoin('domain', 'domain.tenant_id', 'tenant.tenant_id')
    .selectAll('tenant')
    .where('domain.domain', '=', key.domain),
)
const everyTenant = statement((db) =>
  db.selectFrom('tenant').selectAll().orderBy('created_at').orderBy('tenant_id'),
)
const settings = statement((db, change: { tenantId: string; settings: string }) =>
  db.updateTable('tenant').set({ settings: change.settings }).where('tenant_id', '=', change.tenantId),
)
const displayName = statement((db, change: { tenantId: string; displayName: string }) =>
  db.updateTable('tenant').set({ display_name: change.displayName }).where('tenant_id', '=', change.tenantId),
)
const insertDomain = statement((db, row: DomainTable) =>
  db
    .insertInto('domain')
    .values(row)
    .onConflict((c) => c.doNothing()),
)
const domainsOf = statement((db, key: { tenantId: string }) =>
  db
    .selectFrom('domain')
    .select('domain')
    .where('tenant_id', '=', key.tenantId)
    .orderBy('is_default', 'desc')
    .orderBy('created_at')
    .orderBy('domain'),
)
const removeDomain = statement((db, key: { tenantId: string; domain: string }) =>
  db.deleteFrom('domain').where('tenant_id', '=', key.tenantId).where('domain', '=', key.domain),
)

export function tenantStore(db: Database): TenantStore {
  return {
    async insert(tenant) {
      if ((await db.run(insertTenant, toRow(tenant))) === 0) throw new IdentityRefusal('already_exists')
    },
    async find(tenantId) {
      const row = await db.first(byId, { tenantId })
      return row && toTenant(row)
    },
    async findByDomain(domain) {
      const row = await db.first(byDomain, { domain })
      return row && toTenant(row)
    },
    async list() {
      return (await db.all(everyTenant, {})).map(toTenant)
    },
    async putSettings(tenantId, changed) {
      await db.run(settings, { tenantId, settings: JSON.stringify(changed) })
    },
    async putDisplayName(tenantId, changed) {
      await db.run(displayName, { tenantId, displayName: changed })
    },
    async insertDomain(tenantId, domain, createdAt) {
      const row = {
        domain,
        tenant_id: tenantId,
        created_at: toInstant(createdAt),
        is_default: toFlag(false),
        proof: null,
        checked_at: null,
        missing_since: null,
      }
      if ((await db.run(insertDomain, row)) === 0) throw new IdentityRefusal('already_exists')
    },
    async listDomains(tenantId) {
      return (await db.all(domainsOf, { tenantId })).map((row) => row.domain)
    },
    async removeDomain(tenantId, domain) {
      await db.run(removeDomain, { tenantId, domain })
    },
  }
}

const toRow = (tenant: Tenant): TenantTable => ({
  tenant_id: tenant.tenantId,
  display_name: tenant.displayName,
  settings: JSON.stringify(tenant.settings),
  demo: toFlag(tenant.demo),
  created_at: toInstant(tenant.createdAt),
  rules_version: tenant.rulesVersion,
})

const toTenant = (row: TenantTable): Tenant => ({
  tenantId: row.tenant_id,
  displayName: row.display_name,
  settings: readTenantSettings(row.settings),
  demo: fromFlag(row.demo),
  createdAt: fromInstant(row.created_at),
  rulesVersion: row.rules_version,
})
