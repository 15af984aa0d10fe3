import type { LinkStore, OneTimeLink } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromInstant, toInstant } from '../rows.ts'
import type { LinkTable } from '../schema.ts'
import { statement } from '../statement.ts'

type Key = { tokenHash: Uint8Array; at: number }

const insertLink = statement((db, row: LinkTable) => db.insertInto('one_time_link').values(row))
const usable = statement((db, { tokenHash, at }: Key) =>
  db.selectFrom('one_time_link').selectAll().where('token_hash', '=', tokenHash).where('expires_at', '>', at),
)
const takeLink = statement((db, { tokenHash, at }: Key) =>
  db
    .deleteFrom('one_time_link')
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', at)
    .returningAll(),
)
const removeLinks = statement((db, key: { purpose: OneTimeLink['purpose'] }) =>
  db.deleteFrom('one_time_link').where('purpose', '=', key.purpose),
)

export function linkStore(db: Database): LinkStore {
  return {
    async insert({ tokenHash, purpose, createdAt, expiresAt }) {
      await db.run(insertLink, {
        token_hash: tokenHash,
        purpose,
        created_at: toInstant(createdAt),
        expires_at: toInstant(expiresAt),
      })
    },
    async find(tokenHash, at) {
      const row = await db.first(usable, { tokenHash, at: toInstant(at) })
      return row && toLink(row)
    },
    async take(tokenHash, at) {
      const row = await db.first(takeLink, { tokenHash, at: toInstant(at) })
      return row && toLink(row)
    },
    async removeAll(purpose) {
      await db.run(removeLinks, { purpose })
    },
  }
}

const toLink = (row: LinkTable): OneTimeLink => ({
  tokenHash: row.token_hash,
  purpose: row.purpose,
  createdAt: fromInstant(row.created_at),
  expiresAt: fromInstant(row.expires_at),
})
