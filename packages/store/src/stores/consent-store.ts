import type { Consent, ConsentStore } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromInstant, toInstant } from '../rows.ts'
import type { ConsentTable } from '../schema.ts'
import { statement } from '../statement.ts'

type Key = { tenantId: string; clientId: string; userId: string }

const byKey = statement((db, key: Key) =>
  db
    .selectFrom('consent')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('client_id', '=', key.clientId)
    .where('user_id', '=', key.userId),
)
const putConsent = statement((db, row: ConsentTable) =>
  db
    .insertInto('consent')
    .values(row)
    .onConflict((c) =>
      c.columns(['tenant_id', 'client_id', 'user_id']).doUpdateSet({ scopes: row.scopes, at: row.at }),
    ),
)
const forPerson = statement((db, key: Key) =>
  db
    .selectFrom('consent')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('client_id', '=', key.clientId)
    .where((e) => e.or([e('user_id', '=', key.userId), e('user_id', '=', '')]))
    .orderBy('user_id'),
)
const removeConsent = statement((db, key: Key) =>
  db
    .deleteFrom('consent')
    .where('tenant_id', '=', key.tenantId)
    .where('client_id', '=', key.clientId)
    .where('user_id', '=', key.userId),
)

export function consentStore(db: Database): ConsentStore {
  return {
    put: ({ tenantId, clientId, userId, scopes, at }) =>
      db.unit(async (tx) => {
        const earlier = await tx.first(byKey, { tenantId, clientId, userId })
        const together = new Set([...(earlier ? toConsent(earlier).scopes : []), ...scopes])
        await tx.run(putConsent, {
          tenant_id: tenantId,
          client_id: clientId,
          user_id: userId,
          scopes: JSON.stringify([...together]),
          at: toInstant(at),
        })
      }),
    async list(tenantId, clientId, userId) {
      return (await db.all(forPerson, { tenantId, clientId, userId })).map(toConsent)
    },
    async remove(tenantId, clientId, userId) {
      await db.run(removeConsent, { tenantId, clientId, userId })
    },
  }
}

const toConsent = (row: ConsentTable): Consent => ({
  tenantId: row.tenant_id,
  clientId: row.client_id,
  userId: row.user_id,
  scopes: JSON.parse(row.scopes),
  at: fromInstant(row.at),
})
