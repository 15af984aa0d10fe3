import type { BrandImage, BrandImageStore } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromInstant, toInstant } from '../rows.ts'
import type { BrandImageTable } from '../schema.ts'
import { statement } from '../statement.ts'

type Key = { tenantId: string; imageId: string }

const insert = statement((db, row: BrandImageTable) =>
  db
    .insertInto('brand_image')
    .values(row)
    .onConflict((c) => c.doNothing()),
)
const byId = statement((db, key: Key) =>
  db
    .selectFrom('brand_image')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('image_id', '=', key.imageId),
)
const idsOf = statement((db, key: { tenantId: string }) =>
  db.selectFrom('brand_image').select('image_id').where('tenant_id', '=', key.tenantId),
)
const remove = statement((db, key: Key) =>
  db.deleteFrom('brand_image').where('tenant_id', '=', key.tenantId).where('image_id', '=', key.imageId),
)

export function brandImageStore(db: Database): BrandImageStore {
  return {
    async put(image) {
      await db.run(insert, toRow(image))
    },
    async find(tenantId, imageId) {
      const row = await db.first(byId, { tenantId, imageId })
      return row && toImage(row)
    },
    async removeOthers(tenantId, kept) {
      for (const { image_id: imageId } of await db.all(idsOf, { tenantId })) {
        if (!kept.includes(imageId)) await db.run(remove, { tenantId, imageId })
      }
    },
  }
}

const toRow = (image: BrandImage): BrandImageTable => ({
  tenant_id: image.tenantId,
  image_id: image.imageId,
  png: image.png,
  width: image.width,
  height: image.height,
  created_at: toInstant(image.createdAt),
})

const toImage = (row: BrandImageTable): BrandImage => ({
  tenantId: row.tenant_id,
  imageId: row.image_id,
  png: row.png,
  width: row.width,
  height: row.height,
  createdAt: fromInstant(row.created_at),
})
