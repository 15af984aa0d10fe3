import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely'
import type { Schema } from '../schema.ts'
import { linkedPhone } from './linked-phone.ts'
import { liveDeviceOf } from './live-device.ts'

/**
 * Whether the device that a credential of the query was made on lets it be used: none of ours made it, or one that is
 * switched on and that somebody could ask, as `isReachable` has it.
 */
export function passkeyAtHand(): Expression<SqlBool> {
  const e = expressionBuilder<Schema, 'credential'>()
  return e.or([
    e('credential.device_serial', 'is', null),
    e.exists(
      liveDeviceOf(e)
        .leftJoin('registered_device', (join) =>
          join
            .onRef('registered_device.tenant_id', '=', 'device_certificate.tenant_id')
            .onRef('registered_device.device_id', '=', 'device_certificate.device_id'),
        )
        .where((d) =>
          d.or([
            d('registered_device.surface', 'is', null),
            d('registered_device.surface', '<>', sql.lit('phoneApp')),
            d(linkedPhone(), '=', sql.lit(1)),
          ]),
        ),
    ),
  ])
}
