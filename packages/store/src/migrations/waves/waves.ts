import type { ColumnTypes } from '../../dialect/column-types.ts'

/** Whose turn it is when, and what waves of enforcement did with whom. */
export const waves = ({ text, integer, keyed, wide }: ColumnTypes): readonly string[] => [
  `create table wave (
    tenant_id ${text} not null references tenant on delete cascade,
    wave_id ${text} not null,
    kind ${text} not null check (kind in ('registration', 'enforcement')),
    name ${text} not null,
    -- JSON. A group that is gone has nobody in it.
    group_ids ${text} not null,
    starts_at ${integer} not null,
    ends_at ${integer} not null check (ends_at > starts_at),
    announced_at ${integer},
    state ${text} not null check (state in ('planned', 'started', 'stopped', 'done')),
    started_at ${integer},
    held_because ${text},
    checked_at ${integer},
    target_policy_id ${text},
    target_group_id ${text},
    created_at ${integer} not null,
    created_by ${text} not null,
    version ${integer} not null,
    primary key (tenant_id, wave_id),
    check ((kind = 'enforcement') = (target_policy_id is not null)),
    check ((kind = 'enforcement') = (target_group_id is not null))
  ) ${wide}`,
  `create index wave_due on wave (starts_at) where state in ('planned', 'started')`,

  `create table wave_person (
    tenant_id ${text} not null,
    wave_id ${text} not null,
    user_id ${text} not null,
    state ${text} not null check (state in ('moved', 'waiting', 'putBack')),
    because ${text} not null,
    checked_at ${integer} not null,
    moved_at ${integer},
    acted_by ${text},
    primary key (tenant_id, wave_id, user_id),
    foreign key (tenant_id, wave_id) references wave on delete cascade,
    foreign key (tenant_id, user_id) references person on delete cascade
  ) ${keyed}`,
  `create index wave_person_by_person on wave_person (tenant_id, user_id)`,
]
