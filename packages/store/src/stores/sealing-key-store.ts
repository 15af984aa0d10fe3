import { IdentityRefusal, type SealingKey, type SealingKeyStore } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromInstant, toInstant } from '../rows.ts'
import type { SealingKeyTable } from '../schema.ts'
import { statement } from '../statement.ts'

const insertKey = statement((db, row: SealingKeyTable) =>
  db
    .insertInto('sealing_key')
    .values(row)
    .onConflict((c) => c.doNothing()),
)
const everyKey = statement((db) => db.selectFrom('sealing_key').selectAll().orderBy('key_number'))
const sealAgain = statement((db, change: { keyNumber: number; sealed: Uint8Array }) =>
  db.updateTable('sealing_key').set({ sealed_key: change.sealed }).where('key_number', '=', change.keyNumber),
)
const removeKey = statement((db, key: { keyNumber: number }) =>
  db.deleteFrom('sealing_key').where('key_number', '=', key.keyNumber),
)

export function sealingKeyStore(db: Database): SealingKeyStore {
  return {
    async insert(key) {
      if ((await db.run(insertKey, toRow(key))) === 0) throw new IdentityRefusal('already_exists')
    },
    async list() {
      return (await db.all(everyKey, {})).map(toKey)
    },
    async put(key) {
      await db.run(sealAgain, { keyNumber: key.keyNumber, sealed: key.sealedKey })
    },
    async remove(keyNumber) {
      await db.run(removeKey, { keyNumber })
    },
  }
}

const toRow = (key: SealingKey): SealingKeyTable => ({
  key_number: key.keyNumber,
  sealed_key: key.sealedKey,
  created_at: toInstant(key.createdAt),
})

const toKey = (row: SealingKeyTable): SealingKey => ({
  keyNumber: row.key_number,
  sealedKey: row.sealed_key,
  createdAt: fromInstant(row.created_at),
})
