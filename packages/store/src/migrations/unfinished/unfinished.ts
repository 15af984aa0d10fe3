import type { ColumnTypes } from '../../dialect/column-types.ts'

/** Registrations of passkeys that came to nothing: told to the person for a day, so that they can tidy up. */
export const unfinished = ({ text, integer, keyed }: ColumnTypes): readonly string[] => [
  `create table unfinished_registration (
    tenant_id ${text} not null,
    user_id ${text} not null,
    kind ${text} not null check (kind in ('this-device', 'other-device', 'security-key', 'provider')),
    code ${text} not null,
    aaguid ${text},
    at ${integer} not null,
    expires_at ${integer} not null,
    primary key (tenant_id, user_id, kind),
    foreign key (tenant_id, user_id) references person on delete cascade
  ) ${keyed}`,
  `create index unfinished_registration_by_expiry on unfinished_registration (expires_at)`,
]
