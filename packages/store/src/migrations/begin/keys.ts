import type { ColumnTypes } from '../../dialect/column-types.ts'

/** Keys. None can be used from the database alone: the master key that opens them is not in it. */
export const keyTables = ({ text, integer, bytes, keyed, wide }: ColumnTypes): readonly string[] => [
  `create table sealing_key (
    key_number ${integer} primary key check (key_number > 0),
    sealed_key ${bytes} not null,
    created_at ${integer} not null
  ) ${keyed}`,

  `create table signing_key (
    tenant_id ${text} not null references tenant on delete cascade,
    key_id ${text} not null,
    algorithm ${text} not null,
    public_jwk ${text} not null,
    sealed_private_key ${bytes} not null,
    created_at ${integer} not null,
    active_from ${integer} not null,
    retired_at ${integer},
    primary key (tenant_id, key_id)
  ) ${wide}`,
  `create index signing_key_retirement on signing_key (retired_at) where retired_at is not null`,
]
