import type { CampaignMailKind, CampaignMailText, CampaignMailTextStore } from '@latchkey/rollout'
import type { Database } from '../../database.ts'
import { fromFlag, fromInstant, present, toFlag, toInstant } from '../../rows.ts'
import type { CampaignMailSettingsTable, CampaignMailTextTable } from '../../schema.ts'
import { statement } from '../../statement.ts'

type Key = { tenantId: string; kind: CampaignMailKind; language: string }

const settingsOf = statement((db, key: { tenantId: string }) =>
  db.selectFrom('campaign_mail_settings').selectAll().where('tenant_id', '=', key.tenantId),
)
const putSettings = statement((db, { tenant_id, ...said }: CampaignMailSettingsTable) =>
  db
    .insertInto('campaign_mail_settings')
    .values({ tenant_id, ...said })
    .onConflict((c) => c.column('tenant_id').doUpdateSet(said)),
)
const everyText = statement((db, key: { tenantId: string }) =>
  db
    .selectFrom('campaign_mail_text')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .orderBy('kind')
    .orderBy('language'),
)
const byId = statement((db, key: Key) =>
  db
    .selectFrom('campaign_mail_text')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('kind', '=', key.kind)
    .where('language', '=', key.language),
)
const putText = statement((db, { tenant_id, kind, language, ...said }: CampaignMailTextTable) =>
  db
    .insertInto('campaign_mail_text')
    .values({ tenant_id, kind, language, ...said })
    .onConflict((c) => c.columns(['tenant_id', 'kind', 'language']).doUpdateSet(said)),
)
const removeText = statement((db, key: Key) =>
  db
    .deleteFrom('campaign_mail_text')
    .where('tenant_id', '=', key.tenantId)
    .where('kind', '=', key.kind)
    .where('language', '=', key.language),
)

export function campaignMailTextStore(db: Database): CampaignMailTextStore {
  return {
    async findSettings(tenantId) {
      const row = await db.first(settingsOf, { tenantId })
      return (
        row && {
          paused: fromFlag(row.paused),
          perMinute: row.per_minute,
          sendHour: row.send_hour,
          timeZone: row.time_zone,
          off: JSON.parse(row.kinds_off),
        }
      )
    },
    async putSettings(tenantId, { paused, perMinute, sendHour, timeZone, off }) {
      await db.run(putSettings, {
        tenant_id: tenantId,
        paused: toFlag(paused),
        per_minute: perMinute,
        send_hour: sendHour,
        time_zone: timeZone,
        kinds_off: JSON.stringify(off),
      })
    },
    list: async (tenantId) => (await db.all(everyText, { tenantId })).map(toText),
    async find(tenantId, kind, language) {
      const row = await db.first(byId, { tenantId, kind, language })
      return row && toText(row)
    },
    async put({ tenantId, kind, language, edits, changedAt }) {
      await db.run(putText, {
        tenant_id: tenantId,
        kind,
        language,
        subject: edits.subject ?? null,
        intro: edits.intro ?? null,
        closing: edits.closing ?? null,
        changed_at: toInstant(changedAt),
      })
    },
    async remove(tenantId, kind, language) {
      await db.run(removeText, { tenantId, kind, language })
    },
  }
}

const toText = (row: CampaignMailTextTable): CampaignMailText => ({
  tenantId: row.tenant_id,
  kind: row.kind,
  language: row.language,
  edits: present({ subject: row.subject, intro: row.intro, closing: row.closing }),
  changedAt: fromInstant(row.changed_at),
})
