import type { ColumnTypes } from '../../dialect/column-types.ts'

/** Who was asked for a passkey and put it off, who walks the path first, and who tries it before everybody else. */
export const campaign = ({ text, integer, keyed, wide }: ColumnTypes): readonly string[] => [
  `create table nudge (
    tenant_id ${text} not null,
    user_id ${text} not null,
    snoozes ${integer} not null check (snoozes >= 0),
    snoozed_at ${integer},
    failed_at ${integer},
    -- Asked in this visit, and not answered yet.
    asked_in ${text},
    asked_at ${integer},
    primary key (tenant_id, user_id),
    foreign key (tenant_id, user_id) references person on delete cascade,
    check ((asked_in is null) = (asked_at is null))
  ) ${keyed}`,

  `create table preflight (
    tenant_id ${text} not null references tenant on delete cascade,
    user_id ${text} not null,
    began_at ${integer} not null,
    began_by ${text} not null,
    primary key (tenant_id),
    foreign key (tenant_id, user_id) references person on delete cascade
  ) ${keyed}`,

  `create table pilot (
    tenant_id ${text} not null references tenant on delete cascade,
    group_id ${text} not null,
    -- JSON: each with the reason why it is not needed after all, if it is not.
    devices ${text} not null,
    began_at ${integer} not null,
    began_by ${text} not null,
    primary key (tenant_id)
  ) ${keyed}`,

  `create table pilot_note (
    tenant_id ${text} not null,
    user_id ${text} not null,
    text ${text} not null,
    noted_at ${integer} not null,
    noted_by ${text} not null,
    primary key (tenant_id, user_id),
    foreign key (tenant_id, user_id) references person on delete cascade
  ) ${wide}`,
]
