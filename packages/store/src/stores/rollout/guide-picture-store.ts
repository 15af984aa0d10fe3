import type { GuidePictureStore } from '@latchkey/rollout'
import type { Database } from '../../database.ts'
import type { GuidePictureTable } from '../../schema.ts'
import { statement } from '../../statement.ts'

const putOne = statement((db, row: GuidePictureTable) =>
  db
    .insertInto('guide_picture')
    .values(row)
    .onConflict((c) => c.doNothing()),
)
const byId = statement((db, key: { tenantId: string; pictureId: string }) =>
  db
    .selectFrom('guide_picture')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('picture_id', '=', key.pictureId),
)
const removeWhatNobodyShows = statement((db, key: { tenantId: string }) =>
  db
    .deleteFrom('guide_picture')
    .where('tenant_id', '=', key.tenantId)
    .where('picture_id', 'not in', (e) =>
      e
        .selectFrom('guide_override')
        .select('picture_id')
        .$narrowType<{ picture_id: string }>()
        .where('tenant_id', '=', key.tenantId)
        .where('picture_id', 'is not', null),
    ),
)

export function guidePictureStore(db: Database): GuidePictureStore {
  return {
    async put({ tenantId, pictureId, png, width, height }) {
      await db.run(putOne, { tenant_id: tenantId, picture_id: pictureId, png, width, height })
    },
    async find(tenantId, pictureId) {
      const row = await db.first(byId, { tenantId, pictureId })
      return row && { tenantId, pictureId, png: row.png, width: row.width, height: row.height }
    },
    async removeUnused(tenantId) {
      await db.run(removeWhatNobodyShows, { tenantId })
    },
  }
}
