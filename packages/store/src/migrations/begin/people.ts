import type { ColumnTypes } from '../../dialect/column-types.ts'

/** People, the groups they are in, and who administers. */
export const peopleTables = ({ text, integer, bytes, keyed, wide }: ColumnTypes): readonly string[] => [
  `create table person (
    tenant_id ${text} not null references tenant on delete cascade,
    user_id ${text} not null,
    user_name ${text} not null,
    display_name ${text} not null,
    given_name ${text},
    surname ${text},
    mail ${text},
    preferred_language ${text},
    enabled ${integer} not null check (enabled in (0, 1)),
    break_glass ${integer} not null check (break_glass in (0, 1)),
    user_handle ${bytes} not null check (length(user_handle) between 1 and 64),
    -- The last 32 bytes of the user handle: random, so that an unknown name finds a stable neighbour among them.
    handle_point ${bytes} not null,
    security_stamp ${text} not null,
    last_method ${text},
    default_method ${text},
    created_at ${integer} not null,
    primary key (tenant_id, user_id),
    unique (tenant_id, user_name),
    unique (tenant_id, user_handle)
  ) ${wide}`,
  `create index person_by_point on person (tenant_id, handle_point)`,

  `create table person_group (
    tenant_id ${text} not null references tenant on delete cascade,
    group_id ${text} not null,
    display_name ${text} not null,
    description ${text},
    created_at ${integer} not null,
    primary key (tenant_id, group_id),
    unique (tenant_id, display_name)
  ) ${wide}`,

  `create table group_member (
    tenant_id ${text} not null,
    group_id ${text} not null,
    user_id ${text} not null,
    primary key (tenant_id, group_id, user_id),
    foreign key (tenant_id, group_id) references person_group on delete cascade,
    foreign key (tenant_id, user_id) references person on delete cascade
  ) ${keyed}`,
  `create index group_of_person on group_member (tenant_id, user_id)`,

  `create table administrator_role (
    tenant_id ${text} not null,
    user_id ${text} not null,
    role ${text} not null,
    primary key (tenant_id, user_id, role),
    foreign key (tenant_id, user_id) references person on delete cascade
  ) ${keyed}`,
  `create index holder_of_role on administrator_role (tenant_id, role)`,
]
