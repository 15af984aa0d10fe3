import type { ColumnTypes } from '../../dialect/column-types.ts'

/** The devices that an organisation knows of. */
export const devices = ({ text, integer, keyed }: ColumnTypes): readonly string[] => [
  `create table device (
    tenant_id ${text} not null references tenant on delete cascade,
    object_id ${text} not null,
    device_id ${text} not null,
    display_name ${text} not null,
    enabled ${integer} not null,
    operating_system ${text} not null,
    operating_system_version ${text} not null,
    is_managed ${integer},
    is_compliant ${integer},
    created_at ${integer} not null,
    primary key (tenant_id, object_id)
  ) ${keyed}`,
  `create unique index device_by_id on device (tenant_id, device_id)`,
]
