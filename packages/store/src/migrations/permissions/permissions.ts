import type { ColumnTypes } from '../../dialect/column-types.ts'

/** What an app may do for itself, and the roles by the names they have from now on. */
export const permissions = ({ text, integer, keyed }: ColumnTypes): readonly string[] => [
  // There is one that reads everything: what was granted as `reader` is that.
  `update administrator_role set role = 'globalReader' where role = 'reader'`,

  // A permission of a resource, by the resource's client id. Given by an administrator and by nobody else.
  `create table app_permission (
    tenant_id ${text} not null,
    client_id ${text} not null,
    resource_id ${text} not null,
    permission ${text} not null,
    granted_at ${integer} not null,
    primary key (tenant_id, client_id, resource_id, permission),
    foreign key (tenant_id, client_id) references app on delete cascade
  ) ${keyed}`,
  `create index app_permission_of_resource on app_permission (tenant_id, resource_id)`,
]
