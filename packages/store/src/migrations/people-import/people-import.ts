import type { ColumnTypes } from '../../dialect/column-types.ts'

/** Files of people that were brought: the parts they came in until they were read, and what each line was and did. */
export const peopleImport = ({ text, integer, wide }: ColumnTypes): readonly string[] => [
  `create table person_import (
    tenant_id ${text} not null references tenant on delete cascade,
    import_id ${text} not null,
    name ${text} not null,
    state ${text} not null,
    created_at ${integer} not null,
    created_by ${text} not null,
    primary key (tenant_id, import_id)
  ) ${wide}`,
  `create index person_import_time on person_import (created_at)`,

  `create table person_import_part (
    tenant_id ${text} not null,
    import_id ${text} not null,
    number ${integer} not null,
    part ${text} not null,
    primary key (tenant_id, import_id, number),
    foreign key (tenant_id, import_id) references person_import on delete cascade
  ) ${wide}`,

  `create table person_import_line (
    tenant_id ${text} not null,
    import_id ${text} not null,
    line ${integer} not null,
    facts ${text} not null,
    state ${text} not null,
    reason ${text},
    user_id ${text},
    -- How the person was before and after, and the groups they were put into: for undoing.
    did ${text},
    primary key (tenant_id, import_id, line),
    foreign key (tenant_id, import_id) references person_import on delete cascade
  ) ${wide}`,
  `create index person_import_line_state on person_import_line (tenant_id, import_id, state, line)`,
]
