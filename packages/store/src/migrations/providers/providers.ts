import type { ColumnTypes } from '../../dialect/column-types.ts'

/** The apps for passkeys that organisations describe, and how many people have which model. */
export const providers = ({ text, integer, keyed }: ColumnTypes): readonly string[] => [
  `create table described_provider (
    tenant_id ${text} not null references tenant on delete cascade,
    provider_id ${text} not null,
    name ${text} not null,
    aaguids ${text} not null,
    phones ${text} not null,
    created_at ${integer} not null,
    created_by ${text} not null,
    primary key (tenant_id, provider_id)
  ) ${keyed}`,
  // Counted from the index alone, in its order.
  `create index credential_models_of_people on credential (tenant_id, aaguid, user_id)`,
]
