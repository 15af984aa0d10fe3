import type { ColumnTypes } from '../../dialect/column-types.ts'

/** The installation, its organisations and their domains. */
export const tenantTables = ({ text, integer, keyed, wide }: ColumnTypes): readonly string[] => [
  `create table instance (
    name ${text} primary key,
    value ${text} not null
  ) ${keyed}`,

  `create table lease (
    name ${text} primary key,
    holder ${text} not null,
    held_until ${integer} not null
  ) ${keyed}`,

  `create table tenant (
    tenant_id ${text} primary key,
    display_name ${text} not null,
    -- JSON. What is absent takes the defaults of the release that reads it.
    settings ${text} not null,
    demo ${integer} not null check (demo in (0, 1)),
    created_at ${integer} not null
  ) ${wide}`,

  // Untenanted: this is where a tenant is found. A domain belongs to one organisation.
  `create table domain (
    domain ${text} primary key check (domain = lower(domain) and domain not like '%.'),
    tenant_id ${text} not null references tenant on delete cascade,
    created_at ${integer} not null
  ) ${keyed}`,
  `create index domain_of_tenant on domain (tenant_id, created_at)`,
]
