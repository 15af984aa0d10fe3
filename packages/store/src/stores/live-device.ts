import type { ExpressionBuilder } from 'kysely'
import type { Schema } from '../schema.ts'

/** The device that a credential of the query was made on, if it is switched on and its certificate not taken back. */
export function liveDeviceOf(e: ExpressionBuilder<Schema, 'credential'>) {
  return e
    .selectFrom('device_certificate')
    .innerJoin('device', (join) =>
      join
        .onRef('device.tenant_id', '=', 'device_certificate.tenant_id')
        .onRef('device.device_id', '=', 'device_certificate.device_id'),
    )
    .select('device.object_id')
    .whereRef('device_certificate.tenant_id', '=', 'credential.tenant_id')
    .whereRef('device_certificate.serial_number', '=', 'credential.device_serial')
    .where('device_certificate.revoked_at', 'is', null)
    .where('device.enabled', '=', 1)
}
