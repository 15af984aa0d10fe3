import type { ColumnTypes } from '../../dialect/column-types.ts'

/** Devices with an authenticator of ours, whose they are, and which passkeys were made there. */
export const registeredDevices = ({ text, integer, bytes, wide }: ColumnTypes): readonly string[] => [
  // Beside its entry in the directory, and gone with it; gone with its owner too.
  `create table registered_device (
    tenant_id ${text} not null,
    device_id ${text} not null,
    object_id ${text} not null,
    user_id ${text} not null,
    surface ${text} not null check (surface in ('extension', 'phoneApp', 'agent')),
    aaguid ${text} not null,
    app_version ${text} not null,
    evidence ${text} not null check (evidence in ('software', 'tpm')),
    public_key ${bytes} not null,
    serial_number ${text} not null,
    expires_at ${integer} not null,
    registered_at ${integer} not null,
    last_seen_at ${integer} not null,
    primary key (tenant_id, device_id),
    foreign key (tenant_id, object_id) references device on delete cascade,
    foreign key (tenant_id, user_id) references person on delete cascade
  ) ${wide}`,
  `create unique index registered_device_by_object on registered_device (tenant_id, object_id)`,
  `create index registered_device_by_person on registered_device (tenant_id, user_id)`,

  // The serial number of the device's certificate that stood in the attestation: only of passkeys of ours.
  `alter table credential add column device_serial ${text}`,
]
