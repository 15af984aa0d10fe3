import type { DeclinedOfferStore, Offer } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromInstant, toInstant } from '../rows.ts'
import type { DeclinedOfferTable } from '../schema.ts'
import { statement } from '../statement.ts'

const byOffer = statement((db, key: { tenantId: string; userId: string; offer: Offer }) =>
  db
    .selectFrom('declined_offer')
    .select(['times', 'at'])
    .where('tenant_id', '=', key.tenantId)
    .where('user_id', '=', key.userId)
    .where('offer', '=', key.offer),
)
const countOne = statement((db, row: DeclinedOfferTable) =>
  db
    .insertInto('declined_offer')
    .values(row)
    .onConflict((c) =>
      c.columns(['tenant_id', 'user_id', 'offer']).doUpdateSet((e) => ({
        times: e('declined_offer.times', '+', e.ref('excluded.times')),
        at: e.ref('excluded.at'),
      })),
    ),
)

export function declinedOfferStore(db: Database): DeclinedOfferStore {
  return {
    async find(tenantId, userId, offer) {
      const row = await db.first(byOffer, { tenantId, userId, offer })
      return row && { times: row.times, at: fromInstant(row.at) }
    },
    async add(tenantId, userId, offer, at) {
      await db.run(countOne, { tenant_id: tenantId, user_id: userId, offer, times: 1, at: toInstant(at) })
    },
  }
}
