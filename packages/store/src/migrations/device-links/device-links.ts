import type { ColumnTypes } from '../../dialect/column-types.ts'

/** Devices of one person that remember each other: one asks, the other signs. */
export const deviceLinks = ({ text, integer, bytes, keyed, wide }: ColumnTypes): readonly string[] => [
  // Each end says which handshake it saw. Only if that is the same one is the link guarded.
  `create table device_link (
    tenant_id ${text} not null,
    link_id ${text} not null,
    user_id ${text} not null,
    client_device_id ${text} not null,
    authenticator_device_id ${text},
    state ${text} not null check (state in ('begun', 'guarded')),
    client_hash ${bytes},
    authenticator_hash ${bytes},
    contact_id ${text},
    begun_at ${integer} not null,
    expires_at ${integer} not null,
    guarded_at ${integer},
    last_used_at ${integer},
    primary key (tenant_id, link_id),
    foreign key (tenant_id, user_id) references person on delete cascade,
    foreign key (tenant_id, client_device_id) references registered_device on delete cascade,
    foreign key (tenant_id, authenticator_device_id) references registered_device on delete cascade,
    check (state = 'begun' or (client_hash = authenticator_hash and contact_id is not null))
  ) ${wide}`,
  `create index device_link_of_person on device_link (tenant_id, user_id)`,
  `create index device_link_by_client on device_link (tenant_id, client_device_id)`,
  `create index device_link_by_authenticator on device_link (tenant_id, authenticator_device_id)`,
  `create unique index device_link_by_contact on device_link (contact_id)`,

  // What an authenticator says that it signed over a link, until the sign-in asks for it.
  `create table device_link_use (
    tenant_id ${text} not null,
    client_data_hash ${bytes} not null,
    device_id ${text} not null,
    link_id ${text} not null,
    expires_at ${integer} not null,
    primary key (tenant_id, client_data_hash),
    foreign key (tenant_id, link_id) references device_link on delete cascade
  ) ${keyed}`,
  `create index device_link_use_of_link on device_link_use (tenant_id, link_id)`,
]
