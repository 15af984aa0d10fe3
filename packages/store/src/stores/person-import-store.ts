import type {
  ImportLine,
  ImportLineState,
  ImportState,
  PersonImport,
  PersonImportStore,
} from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromInstant, present, toInstant } from '../rows.ts'
import type { PersonImportLineTable, PersonImportPartTable, PersonImportTable } from '../schema.ts'
import { statement } from '../statement.ts'
import { inPieces, type Piece } from './in-pieces.ts'

type Key = { tenantId: string; importId: string }

/** So many lines are written in one statement. */
const chunkSize = 200

const insertImport = statement((db, row: PersonImportTable) => db.insertInto('person_import').values(row))
const byId = statement((db, key: Key) =>
  db
    .selectFrom('person_import')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('import_id', '=', key.importId),
)
const newest = statement((db, ask: { tenantId: string; limit: number }) =>
  db
    .selectFrom('person_import')
    .selectAll()
    .where('tenant_id', '=', ask.tenantId)
    .orderBy('import_id', 'desc')
    .limit(ask.limit),
)
const changeState = statement((db, change: Key & { state: ImportState }) =>
  db
    .updateTable('person_import')
    .set({ state: change.state })
    .where('tenant_id', '=', change.tenantId)
    .where('import_id', '=', change.importId),
)
const putPart = statement((db, row: PersonImportPartTable) =>
  db
    .insertInto('person_import_part')
    .values(row)
    .onConflict((c) => c.columns(['tenant_id', 'import_id', 'number']).doUpdateSet({ part: row.part })),
)
const parts = statement((db, key: Key) =>
  db
    .selectFrom('person_import_part')
    .select('part')
    .where('tenant_id', '=', key.tenantId)
    .where('import_id', '=', key.importId)
    .orderBy('number'),
)
const removeParts = statement((db, key: Key) =>
  db
    .deleteFrom('person_import_part')
    .where('tenant_id', '=', key.tenantId)
    .where('import_id', '=', key.importId),
)
const removeLines = statement((db, key: Key) =>
  db
    .deleteFrom('person_import_line')
    .where('tenant_id', '=', key.tenantId)
    .where('import_id', '=', key.importId),
)
const changeLine = statement((db, { tenant_id, import_id, line, ...changed }: PersonImportLineTable) =>
  db
    .updateTable('person_import_line')
    .set(changed)
    .where('tenant_id', '=', tenant_id)
    .where('import_id', '=', import_id)
    .where('line', '=', line),
)
const counts = statement((db, key: Key) =>
  db
    .selectFrom('person_import_line')
    .select((e) => ['state', e.fn.countAll<number>().as('lines')])
    .where('tenant_id', '=', key.tenantId)
    .where('import_id', '=', key.importId)
    .groupBy('state'),
)
const removeOld = statement((db, { before, limit }: Piece) =>
  db
    .deleteFrom('person_import')
    .where((e) =>
      e(
        e.refTuple('tenant_id', 'import_id'),
        'in',
        e
          .selectFrom('person_import')
          .select(['tenant_id', 'import_id'])
          .where('created_at', '<', before)
          .limit(limit)
          .$asTuple('tenant_id', 'import_id'),
      ),
    ),
)

export function personImportStore(db: Database): PersonImportStore {
  return {
    async insert(begun) {
      await db.run(insertImport, {
        tenant_id: begun.tenantId,
        import_id: begun.importId,
        name: begun.name,
        state: begun.state,
        created_at: toInstant(begun.createdAt),
        created_by: begun.createdBy,
      })
    },
    async find(tenantId, importId) {
      const row = await db.first(byId, { tenantId, importId })
      return row && toImport(row)
    },
    async list(tenantId, limit) {
      return (await db.all(newest, { tenantId, limit })).map(toImport)
    },
    async putState(tenantId, importId, state) {
      await db.run(changeState, { tenantId, importId, state })
    },
    async putPart(tenantId, importId, number, part) {
      await db.run(putPart, { tenant_id: tenantId, import_id: importId, number, part })
    },
    async listParts(tenantId, importId) {
      return (await db.all(parts, { tenantId, importId })).map((row) => row.part)
    },
    async removeParts(tenantId, importId) {
      await db.run(removeParts, { tenantId, importId })
    },
    replaceLines: (tenantId, importId, lines) =>
      db.unit(async (tx) => {
        await tx.run(removeLines, { tenantId, importId })
        for (let at = 0; at < lines.length; at += chunkSize) {
          const rows = lines.slice(at, at + chunkSize).map((line) => toRow(tenantId, importId, line))
          await tx.query((builder) => builder.insertInto('person_import_line').values(rows).returning('line'))
        }
      }),
    async putLine(tenantId, importId, line) {
      await db.run(changeLine, toRow(tenantId, importId, line))
    },
    async listLines(tenantId, importId, { states, limit, after = 0 }) {
      // Each state by itself, so that the index gives the lines in their order.
      const found: PersonImportLineTable[] = []
      for (const state of new Set(states)) {
        found.push(
          ...(await db.query((builder) =>
            builder
              .selectFrom('person_import_line')
              .selectAll()
              .where('tenant_id', '=', tenantId)
              .where('import_id', '=', importId)
              .where('state', '=', state)
              .where('line', '>', after)
              .orderBy('line')
              .limit(limit),
          )),
        )
      }
      return found
        .toSorted((a, b) => a.line - b.line)
        .slice(0, limit)
        .map(toLine)
    },
    async countLines(tenantId, importId) {
      const counted: Partial<Record<ImportLineState, number>> = {}
      for (const { state, lines } of await db.all(counts, { tenantId, importId })) counted[state] = lines
      return counted
    },
    removeBefore: (before) => inPieces((limit) => db.run(removeOld, { before: toInstant(before), limit })),
  }
}

const toImport = (row: PersonImportTable): PersonImport => ({
  tenantId: row.tenant_id,
  importId: row.import_id,
  name: row.name,
  state: row.state,
  createdAt: fromInstant(row.created_at),
  createdBy: row.created_by,
})

const toRow = (tenantId: string, importId: string, line: ImportLine): PersonImportLineTable => ({
  tenant_id: tenantId,
  import_id: importId,
  line: line.line,
  facts: JSON.stringify(line.facts),
  state: line.state,
  reason: line.reason ?? null,
  user_id: line.userId ?? null,
  did: line.did === undefined ? null : JSON.stringify(line.did),
})

const toLine = (row: PersonImportLineTable): ImportLine => ({
  line: row.line,
  facts: JSON.parse(row.facts),
  state: row.state,
  ...present({
    reason: row.reason,
    userId: row.user_id,
    did: row.did === null ? null : JSON.parse(row.did),
  }),
})
