import type { Database } from '../database.ts'
import { statement } from '../statement.ts'

type Key = { tenantId: string; userId: string }

/** What their sessions gave to apps. Sessions go with the person, artefacts do not: they refer to nothing. */
const artefacts = statement((db, key: Key) =>
  db
    .deleteFrom('artefact')
    .where('tenant_id', '=', key.tenantId)
    .where('session_id', 'in', (e) =>
      e
        .selectFrom('session')
        .select('session_id')
        .where('tenant_id', '=', key.tenantId)
        .where('user_id', '=', key.userId),
    ),
)
const assignments = statement((db, key: Key) =>
  db
    .deleteFrom('app_assignment')
    .where('tenant_id', '=', key.tenantId)
    .where('principal', '=', 'person')
    .where('principal_id', '=', key.userId),
)
const consents = statement((db, key: Key) =>
  db.deleteFrom('consent').where('tenant_id', '=', key.tenantId).where('user_id', '=', key.userId),
)
/** Their registered devices: without an owner they are nobody's. */
const devices = statement((db, key: Key) =>
  db
    .deleteFrom('device')
    .where('tenant_id', '=', key.tenantId)
    .where('object_id', 'in', (e) =>
      e
        .selectFrom('registered_device')
        .select('object_id')
        .where('tenant_id', '=', key.tenantId)
        .where('user_id', '=', key.userId),
    ),
)
const person = statement((db, key: Key) =>
  db.deleteFrom('person').where('tenant_id', '=', key.tenantId).where('user_id', '=', key.userId),
)

/** Remove a person and, by the references to them, all that is theirs alone. */
export const removeWhatIsTheirs = (db: Database, tenantId: string, userId: string): Promise<void> =>
  db.unit(async (tx) => {
    const key = { tenantId, userId }
    await tx.run(artefacts, key)
    await tx.run(assignments, key)
    // An empty user id is the administrator's consent for everybody, which is nobody's own.
    if (userId !== '') await tx.run(consents, key)
    await tx.run(devices, key)
    await tx.run(person, key)
  })
