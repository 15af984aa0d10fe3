import type { GuideOverride, GuideOverrideStore } from '@latchkey/rollout'
import type { Database } from '../../database.ts'
import { fromInstant, toInstant } from '../../rows.ts'
import type { GuideOverrideTable } from '../../schema.ts'
import { statement } from '../../statement.ts'

type Key = { tenantId: string; step: string; language: string }

const all = statement((db, key: { tenantId: string }) =>
  db
    .selectFrom('guide_override')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .orderBy('step')
    .orderBy('language'),
)
const ofLanguage = statement((db, key: Omit<Key, 'step'>) =>
  db
    .selectFrom('guide_override')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('language', '=', key.language)
    .orderBy('step'),
)
const byId = statement((db, key: Key) =>
  db
    .selectFrom('guide_override')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('step', '=', key.step)
    .where('language', '=', key.language),
)
const putOne = statement((db, { tenant_id, step, language, ...said }: GuideOverrideTable) =>
  db
    .insertInto('guide_override')
    .values({ tenant_id, step, language, ...said })
    .onConflict((c) => c.columns(['tenant_id', 'step', 'language']).doUpdateSet(said)),
)
const removeOne = statement((db, key: Key) =>
  db
    .deleteFrom('guide_override')
    .where('tenant_id', '=', key.tenantId)
    .where('step', '=', key.step)
    .where('language', '=', key.language),
)

export function guideOverrideStore(db: Database): GuideOverrideStore {
  return {
    list: async (tenantId) => (await db.all(all, { tenantId })).map(toOverride),
    listOfLanguage: async (tenantId, language) =>
      (await db.all(ofLanguage, { tenantId, language })).map(toOverride),
    async find(tenantId, step, language) {
      const row = await db.first(byId, { tenantId, step, language })
      return row && toOverride(row)
    },
    async put(override) {
      await db.run(putOne, toRow(override))
    },
    async remove(tenantId, step, language) {
      await db.run(removeOne, { tenantId, step, language })
    },
  }
}

const toRow = ({ text, picture, ...override }: GuideOverride): GuideOverrideTable => ({
  tenant_id: override.tenantId,
  step: override.step,
  language: override.language,
  title: text?.title ?? null,
  lines: text === undefined ? null : JSON.stringify(text.lines),
  hint: text?.hint ?? null,
  picture_id: picture?.pictureId ?? null,
  picture_width: picture?.width ?? null,
  picture_height: picture?.height ?? null,
  changed_at: toInstant(override.changedAt),
})

const toOverride = (row: GuideOverrideTable): GuideOverride => ({
  tenantId: row.tenant_id,
  step: row.step,
  language: row.language,
  ...(row.title !== null &&
    row.lines !== null && {
      text: { title: row.title, lines: JSON.parse(row.lines), ...(row.hint !== null && { hint: row.hint }) },
    }),
  ...(row.picture_id !== null &&
    row.picture_width !== null &&
    row.picture_height !== null && {
      picture: { pictureId: row.picture_id, width: row.picture_width, height: row.picture_height },
    }),
  changedAt: fromInstant(row.changed_at),
})
