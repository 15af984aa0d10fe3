import type { StepEvent, StepEventStore, StepName } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromInstant, present, toInstant } from '../rows.ts'
import type { StepEventTable } from '../schema.ts'
import { statement } from '../statement.ts'
import { inPieces, type Piece } from './in-pieces.ts'

type Person = { tenantId: string; userId: string }

const appendEvent = statement((db, row: StepEventTable) => db.insertInto('step_event').values(row))
const cameTo = statement((db, ask: Person & { step: StepName; since: number }) =>
  db
    .selectFrom('step_event')
    .select('event_id')
    .where('tenant_id', '=', ask.tenantId)
    .where('user_id', '=', ask.userId)
    .where('step', '=', ask.step)
    .where('at', '>=', ask.since)
    .limit(1),
)
const removeTheirs = statement((db, key: Person) =>
  db.deleteFrom('step_event').where('tenant_id', '=', key.tenantId).where('user_id', '=', key.userId),
)
const removeSome = statement((db, { before, limit }: Piece) =>
  db
    .deleteFrom('step_event')
    .where((e) =>
      e(
        e.refTuple('tenant_id', 'event_id'),
        'in',
        e
          .selectFrom('step_event')
          .select(['tenant_id', 'event_id'])
          .where('at', '<', before)
          .orderBy('at')
          .limit(limit)
          .$asTuple('tenant_id', 'event_id'),
      ),
    ),
)

export function stepEventStore(db: Database): StepEventStore {
  return {
    async append(event) {
      await db.run(appendEvent, toRow(event))
    },
    async list(tenantId, { from, until, limit, after, userId }) {
      const rows = await db.query((builder) => {
        let query = builder
          .selectFrom('step_event')
          .selectAll()
          .where('tenant_id', '=', tenantId)
          .where('at', '>=', toInstant(from))
          .where('at', '<', toInstant(until))
        if (after !== undefined) query = query.where('event_id', '>', after)
        if (userId !== undefined) query = query.where('user_id', '=', userId)
        return query.orderBy('at').orderBy('event_id').limit(limit)
      })
      return rows.map(toEvent)
    },
    hasStep: async (tenantId, userId, step, since) =>
      (await db.first(cameTo, { tenantId, userId, step, since: toInstant(since) })) !== undefined,
    removeOfPerson: (tenantId, userId) => db.run(removeTheirs, { tenantId, userId }),
    removeBefore: (at) => inPieces((limit) => db.run(removeSome, { before: toInstant(at), limit })),
  }
}

const toRow = (event: StepEvent): StepEventTable => ({
  tenant_id: event.tenantId,
  event_id: event.eventId,
  at: toInstant(event.at),
  step: event.step,
  user_id: event.userId ?? null,
  device: event.device,
  browser: event.browser ?? null,
  method: event.method ?? null,
  aaguid: event.aaguid ?? null,
  code: event.code ?? null,
  wave_id: event.waveId ?? null,
  mail_kind: event.mailKind ?? null,
  elapsed: event.elapsedMilliseconds ?? null,
  correlation_id: event.correlationId ?? null,
})

const toEvent = (row: StepEventTable): StepEvent => ({
  tenantId: row.tenant_id,
  eventId: row.event_id,
  at: fromInstant(row.at),
  step: row.step,
  device: row.device,
  ...present({
    userId: row.user_id,
    browser: row.browser,
    method: row.method,
    aaguid: row.aaguid,
    code: row.code,
    waveId: row.wave_id,
    mailKind: row.mail_kind,
    elapsedMilliseconds: row.elapsed,
    correlationId: row.correlation_id,
  }),
})
