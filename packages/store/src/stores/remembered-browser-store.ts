import type { RememberedBrowser, RememberedBrowserStore } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromInstant, toInstant } from '../rows.ts'
import type { RememberedBrowserTable } from '../schema.ts'
import { statement } from '../statement.ts'

type Key = { tenantId: string; browserId: string }
type Person = { tenantId: string; userId: string }

const insertBrowser = statement((db, row: RememberedBrowserTable) =>
  db.insertInto('remembered_browser').values(row),
)
const byId = statement((db, key: Key) =>
  db
    .selectFrom('remembered_browser')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('browser_id', '=', key.browserId),
)
const ofPerson = statement((db, key: Person) =>
  db
    .selectFrom('remembered_browser')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('user_id', '=', key.userId)
    .orderBy('last_used_at', 'desc')
    .orderBy('browser_id', 'desc'),
)
const putUsed = statement((db, { at, ...key }: Key & { at: number }) =>
  db
    .updateTable('remembered_browser')
    .set({ last_used_at: at })
    .where('tenant_id', '=', key.tenantId)
    .where('browser_id', '=', key.browserId),
)
const removeBrowser = statement((db, key: Key & Person) =>
  db
    .deleteFrom('remembered_browser')
    .where('tenant_id', '=', key.tenantId)
    .where('browser_id', '=', key.browserId)
    .where('user_id', '=', key.userId),
)
const removeAll = statement((db, key: Person) =>
  db.deleteFrom('remembered_browser').where('tenant_id', '=', key.tenantId).where('user_id', '=', key.userId),
)

export function rememberedBrowserStore(db: Database): RememberedBrowserStore {
  return {
    async insert(browser) {
      await db.run(insertBrowser, toRow(browser))
    },
    async find(tenantId, browserId) {
      const row = await db.first(byId, { tenantId, browserId })
      return row && toBrowser(row)
    },
    async listOfPerson(tenantId, userId) {
      return (await db.all(ofPerson, { tenantId, userId })).map(toBrowser)
    },
    async putUsed(tenantId, browserId, at) {
      await db.run(putUsed, { tenantId, browserId, at: toInstant(at) })
    },
    async remove(tenantId, userId, browserId) {
      return (await db.run(removeBrowser, { tenantId, userId, browserId })) > 0
    },
    removeOfPerson: (tenantId, userId) => db.run(removeAll, { tenantId, userId }),
  }
}

const toRow = (browser: RememberedBrowser): RememberedBrowserTable => ({
  tenant_id: browser.tenantId,
  browser_id: browser.browserId,
  user_id: browser.userId,
  public_key: browser.publicKey,
  user_agent: browser.userAgent,
  ip_address: browser.ipAddress,
  created_at: toInstant(browser.createdAt),
  last_used_at: toInstant(browser.lastUsedAt),
})

const toBrowser = (row: RememberedBrowserTable): RememberedBrowser => ({
  tenantId: row.tenant_id,
  browserId: row.browser_id,
  userId: row.user_id,
  publicKey: row.public_key,
  userAgent: row.user_agent,
  ipAddress: row.ip_address,
  createdAt: fromInstant(row.created_at),
  lastUsedAt: fromInstant(row.last_used_at),
})
