import type { SigningKey, SigningKeyStore } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromInstant, ifPresent, present, toInstant, toOptionalInstant } from '../rows.ts'
import type { SigningKeyTable } from '../schema.ts'
import { statement } from '../statement.ts'

type Key = { tenantId: string; keyId: string }

const insertKey = statement((db, row: SigningKeyTable) => db.insertInto('signing_key').values(row))
const ofTenant = statement((db, key: { tenantId: string }) =>
  db
    .selectFrom('signing_key')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .orderBy('created_at')
    .orderBy('key_id'),
)
const everyKey = statement((db) =>
  db.selectFrom('signing_key').selectAll().orderBy('tenant_id').orderBy('created_at').orderBy('key_id'),
)
const retire = statement((db, change: Key & { retiredAt: number }) =>
  db
    .updateTable('signing_key')
    .set({ retired_at: change.retiredAt })
    .where('tenant_id', '=', change.tenantId)
    .where('key_id', '=', change.keyId),
)
const sealAgain = statement((db, change: Key & { sealed: Uint8Array }) =>
  db
    .updateTable('signing_key')
    .set({ sealed_private_key: change.sealed })
    .where('tenant_id', '=', change.tenantId)
    .where('key_id', '=', change.keyId),
)
const removeRetired = statement((db, { before }: { before: number }) =>
  db.deleteFrom('signing_key').where('retired_at', '<', before),
)

export function signingKeyStore(db: Database): SigningKeyStore {
  return {
    async insert(key) {
      await db.run(insertKey, toRow(key))
    },
    async list(tenantId) {
      return (await db.all(ofTenant, { tenantId })).map(toKey)
    },
    async putRetiredAt(tenantId, keyId, retiredAt) {
      await db.run(retire, { tenantId, keyId, retiredAt: toInstant(retiredAt) })
    },
    async listSealed() {
      return (await db.all(everyKey, {})).map(toKey)
    },
    async putSealedPrivateKey(tenantId, keyId, sealed) {
      await db.run(sealAgain, { tenantId, keyId, sealed })
    },
    removeRetired: (before) => db.run(removeRetired, { before: toInstant(before) }),
  }
}

const toRow = (key: SigningKey): SigningKeyTable => ({
  tenant_id: key.tenantId,
  key_id: key.keyId,
  algorithm: key.algorithm,
  public_jwk: key.publicJwk,
  sealed_private_key: key.sealedPrivateKey,
  created_at: toInstant(key.createdAt),
  active_from: toInstant(key.activeFrom),
  retired_at: toOptionalInstant(key.retiredAt),
})

const toKey = (row: SigningKeyTable): SigningKey => ({
  tenantId: row.tenant_id,
  keyId: row.key_id,
  algorithm: row.algorithm,
  publicJwk: row.public_jwk,
  sealedPrivateKey: row.sealed_private_key,
  createdAt: fromInstant(row.created_at),
  activeFrom: fromInstant(row.active_from),
  ...present({ retiredAt: ifPresent(row.retired_at, fromInstant) }),
})
