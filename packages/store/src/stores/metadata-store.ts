import type { ListedModel, MetadataState, MetadataStore } from '@latchkey/identity'
import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { fromFlag, fromInstant, present, toInstant } from '../rows.ts'
import type { MetadataModelTable, MetadataStateTable } from '../schema.ts'
import { statement } from '../statement.ts'

type Model = Parameters<MetadataStore['replace']>[1][number]

const theState = statement((db, key: { name: string }) =>
  db.selectFrom('metadata_state').selectAll().where('name', '=', key.name),
)
/** The number decides in the statement: of two nodes that load at once the newer BLOB wins, and an equal one is done. */
const putNewer = statement((db, row: MetadataStateTable) =>
  db
    .insertInto('metadata_state')
    .values(row)
    .onConflict((c) =>
      c
        .column('name')
        .doUpdateSet({
          number: row.number,
          next_update: row.next_update,
          loaded_at: row.loaded_at,
          models: row.models,
        })
        .where('metadata_state.number', '<', row.number),
    ),
)
const removeState = statement((db, key: { name: string }) =>
  db.deleteFrom('metadata_state').where('name', '=', key.name),
)
const removeModels = statement((db, _: Record<never, never>) => db.deleteFrom('metadata_model'))
const insertModel = statement((db, row: MetadataModelTable) => db.insertInto('metadata_model').values(row))
const byAaguid = statement((db, key: { aaguid: string }) =>
  db.selectFrom('metadata_model').selectAll().where('aaguid', '=', key.aaguid),
)
const reportsOf = statement((db, key: { aaguid: string }) =>
  db.selectFrom('metadata_model').select('status_reports').where('aaguid', '=', key.aaguid),
)
const everyModel = statement((db, _: Record<never, never>) =>
  db
    .selectFrom('metadata_model')
    .select((e) => [
      'aaguid',
      'description',
      'attachment_hint',
      'key_protection',
      'status_reports',
      e.case().when('icon', 'is', null).then(sql.lit(0)).else(sql.lit(1)).end().as('has_icon'),
    ])
    .orderBy('description')
    .orderBy('aaguid'),
)

const name = 'fido'

export function metadataStore(db: Database): MetadataStore {
  return {
    async findState() {
      const row = await db.first(theState, { name })
      return row && toState(row)
    },
    replace: (state, models, given) =>
      db.unit(async (tx) => {
        if (given?.evenIfOlder === true) await tx.run(removeState, { name })
        if ((await tx.run(putNewer, toStateRow(state))) === 0) return false
        await tx.run(removeModels, {})
        for (const model of models) await tx.run(insertModel, toRow(model))
        return true
      }),
    async find(aaguid) {
      const row = await db.first(byAaguid, { aaguid })
      return row && toModel(row)
    },
    async findStatusReports(aaguid) {
      const row = await db.first(reportsOf, { aaguid })
      return row && JSON.parse(row.status_reports)
    },
    async list() {
      return (await db.all(everyModel, {})).map(toListed)
    },
  }
}

const toStateRow = (state: MetadataState): MetadataStateTable => ({
  name,
  number: state.number,
  next_update: toInstant(state.nextUpdate),
  loaded_at: toInstant(state.loadedAt),
  models: state.models,
})

const toState = (row: MetadataStateTable): MetadataState => ({
  number: row.number,
  nextUpdate: fromInstant(row.next_update),
  loadedAt: fromInstant(row.loaded_at),
  models: row.models,
})

const toRow = ({ userVerificationMethods, versions, extensions, options, ...model }: Model) => ({
  aaguid: model.aaguid,
  description: model.description,
  attachment_hint: JSON.stringify(model.attachmentHint),
  key_protection: JSON.stringify(model.keyProtection),
  status_reports: JSON.stringify(model.statusReports),
  facts: JSON.stringify({ userVerificationMethods, versions, extensions, options }),
  roots: JSON.stringify(model.roots.map((root) => Buffer.from(root).toString('base64url'))),
  icon: model.icon ?? null,
})

type ShortRow = Pick<
  MetadataModelTable,
  'aaguid' | 'description' | 'attachment_hint' | 'key_protection' | 'status_reports'
>

const toShort = (row: ShortRow): Omit<ListedModel, 'hasIcon'> => ({
  aaguid: row.aaguid,
  description: row.description,
  attachmentHint: JSON.parse(row.attachment_hint),
  keyProtection: JSON.parse(row.key_protection),
  statusReports: JSON.parse(row.status_reports),
})

const toListed = (row: ShortRow & { has_icon: number }): ListedModel => ({
  ...toShort(row),
  hasIcon: fromFlag(row.has_icon),
})

const toModel = (row: MetadataModelTable): Model => {
  const roots: readonly string[] = JSON.parse(row.roots)
  return {
    ...toShort(row),
    ...JSON.parse(row.facts),
    roots: roots.map((root) => new Uint8Array(Buffer.from(root, 'base64url'))),
    ...present({ icon: row.icon }),
  }
}
