import { type ExpressionWrapper, expressionBuilder, sql } from 'kysely'
import type { Schema } from '../schema.ts'

/**
 * Whether the registered device of the query, if it is a phone app, can be asked by a browser: 1 if a guarded link leads
 * to it from a device that is switched on. Nothing is looked up for other devices, nor for passkeys that no device of
 * ours made.
 */
export function linkedPhone(): ExpressionWrapper<Schema, 'registered_device', number> {
  const e = expressionBuilder<Schema, 'registered_device'>()
  return e
    .case()
    .when(
      e.and([
        e('registered_device.surface', '=', sql.lit('phoneApp')),
        e.exists(
          e
            .selectFrom('device_link')
            .innerJoin('device as client', (join) =>
              join
                .onRef('client.tenant_id', '=', 'device_link.tenant_id')
                .onRef('client.device_id', '=', 'device_link.client_device_id'),
            )
            .select('device_link.link_id')
            .whereRef('device_link.tenant_id', '=', 'registered_device.tenant_id')
            .whereRef('device_link.authenticator_device_id', '=', 'registered_device.device_id')
            .where('device_link.state', '=', sql.lit('guarded'))
            .where('client.enabled', '=', sql.lit(1)),
        ),
      ]),
    )
    .then(sql.lit(1))
    .else(sql.lit(0))
    .end()
}
