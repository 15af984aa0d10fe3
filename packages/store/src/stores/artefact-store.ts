import type { Artefact, ArtefactStore } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromInstant, ifPresent, present, toInstant, toOptionalInstant } from '../rows.ts'
import type { ArtefactTable } from '../schema.ts'
import { type Builder, statement } from '../statement.ts'
import { inChunks } from './in-chunks.ts'
import { inPieces, type Piece } from './in-pieces.ts'

type Kind = { tenantId: string; model: string }
type Key = Kind & { idHash: Uint8Array }

const putArtefact = statement((db, row: ArtefactTable) => {
  const { tenant_id: _, model: __, id_hash: ___, consumed_at: ____, ...changed } = row
  return (
    db
      .insertInto('artefact')
      .values(row)
      // What was used stays used, whatever is written over it.
      .onConflict((c) => c.columns(['tenant_id', 'model', 'id_hash']).doUpdateSet(changed))
  )
})

const alive = (db: Builder, at: number) =>
  db
    .selectFrom('artefact')
    .selectAll()
    .where((e) => e.or([e('expires_at', 'is', null), e('expires_at', '>', at)]))

const byId = statement((db, key: Key & { at: number }) =>
  alive(db, key.at)
    .where('tenant_id', '=', key.tenantId)
    .where('model', '=', key.model)
    .where('id_hash', '=', key.idHash),
)
const byUid = statement((db, key: Kind & { uid: string; at: number }) =>
  alive(db, key.at)
    .where('tenant_id', '=', key.tenantId)
    .where('model', '=', key.model)
    .where('uid', '=', key.uid),
)
const byUserCode = statement((db, key: Kind & { userCode: string; at: number }) =>
  alive(db, key.at)
    .where('tenant_id', '=', key.tenantId)
    .where('model', '=', key.model)
    .where('user_code', '=', key.userCode),
)
const inDirectory = statement((db, key: { userCode: string; at: number }) =>
  alive(db, key.at).where('user_code', '=', key.userCode),
)
const takeUnused = statement((db, { tenantId, model, idHash, at }: Key & { at: number }) =>
  db
    .updateTable('artefact')
    .set({ consumed_at: at })
    .where('tenant_id', '=', tenantId)
    .where('model', '=', model)
    .where('id_hash', '=', idHash)
    .where('consumed_at', 'is', null),
)
const removeOne = statement((db, key: Key) =>
  db
    .deleteFrom('artefact')
    .where('tenant_id', '=', key.tenantId)
    .where('model', '=', key.model)
    .where('id_hash', '=', key.idHash),
)
const removeOfGrant = statement((db, key: { tenantId: string; grantId: string }) =>
  db.deleteFrom('artefact').where('tenant_id', '=', key.tenantId).where('grant_id', '=', key.grantId),
)
const removeOfSession = statement((db, key: { tenantId: string; sessionId: string }) =>
  db.deleteFrom('artefact').where('tenant_id', '=', key.tenantId).where('session_id', '=', key.sessionId),
)
const removeSome = statement((db, { before, limit }: Piece) =>
  db
    .deleteFrom('artefact')
    .where((e) =>
      e(
        e.refTuple('tenant_id', 'model', 'id_hash'),
        'in',
        e
          .selectFrom('artefact')
          .select(['tenant_id', 'model', 'id_hash'])
          .where('expires_at', '<', before)
          .limit(limit)
          .$asTuple('tenant_id', 'model', 'id_hash'),
      ),
    ),
)

export function artefactStore(db: Database): ArtefactStore {
  const found = (row: ArtefactTable | undefined) => row && toArtefact(row)

  return {
    async put(artefact) {
      await db.run(putArtefact, toRow(artefact))
    },
    find: async (tenantId, model, idHash, at) =>
      found(await db.first(byId, { tenantId, model, idHash, at: toInstant(at) })),
    findByUid: async (tenantId, model, uid, at) =>
      found(await db.first(byUid, { tenantId, model, uid, at: toInstant(at) })),
    findByUserCode: async (tenantId, model, userCode, at) =>
      found(await db.first(byUserCode, { tenantId, model, userCode, at: toInstant(at) })),
    async listUnused(tenantId, model, sessionIds, at) {
      const rows = await inChunks(sessionIds, (some) =>
        db.query((builder) =>
          alive(builder, toInstant(at))
            .where('tenant_id', '=', tenantId)
            .where('session_id', 'in', some ?? [])
            .where('model', '=', model)
            .where('consumed_at', 'is', null),
        ),
      )
      return rows.flat().map(toArtefact)
    },
    findTenantByUserCode: async (userCode, at) =>
      (await db.first(inDirectory, { userCode, at: toInstant(at) }))?.tenant_id,
    async takeUnused(tenantId, model, idHash, at) {
      return (await db.run(takeUnused, { tenantId, model, idHash, at: toInstant(at) })) > 0
    },
    async remove(tenantId, model, idHash) {
      await db.run(removeOne, { tenantId, model, idHash })
    },
    async removeByGrant(tenantId, grantId) {
      await db.run(removeOfGrant, { tenantId, grantId })
    },
    async removeBySession(tenantId, sessionId) {
      await db.run(removeOfSession, { tenantId, sessionId })
    },
    removeExpired: (before) => inPieces((limit) => db.run(removeSome, { before: toInstant(before), limit })),
  }
}

const toRow = (artefact: Artefact): ArtefactTable => ({
  tenant_id: artefact.tenantId,
  model: artefact.model,
  id_hash: artefact.idHash,
  payload: artefact.payload,
  grant_id: artefact.grantId ?? null,
  user_code: artefact.userCode ?? null,
  uid: artefact.uid ?? null,
  session_id: artefact.sessionId ?? null,
  expires_at: toOptionalInstant(artefact.expiresAt),
  consumed_at: toOptionalInstant(artefact.consumedAt),
})

const toArtefact = (row: ArtefactTable): Artefact => ({
  tenantId: row.tenant_id,
  model: row.model,
  idHash: row.id_hash,
  payload: row.payload,
  ...present({
    grantId: row.grant_id,
    userCode: row.user_code,
    uid: row.uid,
    sessionId: row.session_id,
    expiresAt: ifPresent(row.expires_at, fromInstant),
    consumedAt: ifPresent(row.consumed_at, fromInstant),
  }),
})
