import type { DescribedProvider, ProviderStore } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromInstant, toInstant } from '../rows.ts'
import type { DescribedProviderTable } from '../schema.ts'
import { statement } from '../statement.ts'

type Key = { tenantId: string; providerId: string }

const insertProvider = statement((db, row: DescribedProviderTable) =>
  db.insertInto('described_provider').values(row),
)
/** Ids are made in the order of time. */
const ofTenant = statement((db, key: { tenantId: string }) =>
  db
    .selectFrom('described_provider')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .orderBy('provider_id'),
)
const byId = statement((db, key: Key) =>
  db
    .selectFrom('described_provider')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('provider_id', '=', key.providerId),
)
const change = statement((db, row: DescribedProviderTable) =>
  db
    .updateTable('described_provider')
    .set({ name: row.name, aaguids: row.aaguids, phones: row.phones })
    .where('tenant_id', '=', row.tenant_id)
    .where('provider_id', '=', row.provider_id),
)
const removeProvider = statement((db, key: Key) =>
  db
    .deleteFrom('described_provider')
    .where('tenant_id', '=', key.tenantId)
    .where('provider_id', '=', key.providerId),
)

export function providerStore(db: Database): ProviderStore {
  return {
    async insert(provider) {
      await db.run(insertProvider, toRow(provider))
    },
    async list(tenantId) {
      return (await db.all(ofTenant, { tenantId })).map(toProvider)
    },
    async find(tenantId, providerId) {
      const row = await db.first(byId, { tenantId, providerId })
      return row && toProvider(row)
    },
    put: async (provider) => (await db.run(change, toRow(provider))) > 0,
    remove: async (tenantId, providerId) => (await db.run(removeProvider, { tenantId, providerId })) > 0,
  }
}

const toRow = (provider: DescribedProvider): DescribedProviderTable => ({
  tenant_id: provider.tenantId,
  provider_id: provider.providerId,
  name: provider.name,
  aaguids: JSON.stringify(provider.aaguids),
  phones: JSON.stringify(provider.phones),
  created_at: toInstant(provider.createdAt),
  created_by: provider.createdBy,
})

const toProvider = (row: DescribedProviderTable): DescribedProvider => ({
  tenantId: row.tenant_id,
  providerId: row.provider_id,
  name: row.name,
  aaguids: JSON.parse(row.aaguids),
  phones: JSON.parse(row.phones),
  createdAt: fromInstant(row.created_at),
  createdBy: row.created_by,
})
