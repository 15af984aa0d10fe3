import type { ColumnTypes } from '../../dialect/column-types.ts'

/** What people came to on the way to their passkey, for the figures of a rollout. */
export const steps = ({ text, integer, keyed }: ColumnTypes): readonly string[] => [
  // It goes with the person. Whoever is nobody's counts on.
  `create table step_event (
    tenant_id ${text} not null,
    event_id ${text} not null,
    at ${integer} not null,
    step ${text} not null,
    user_id ${text},
    device ${text} not null,
    browser ${text},
    method ${text},
    aaguid ${text},
    code ${text},
    wave_id ${text},
    mail_kind ${text},
    elapsed ${integer},
    correlation_id ${text},
    primary key (tenant_id, event_id),
    foreign key (tenant_id, user_id) references person on delete cascade
  ) ${keyed}`,
  `create index step_event_of_person on step_event (tenant_id, user_id, step, at)`,
  `create index step_event_of_tenant on step_event (tenant_id, at, event_id)`,
  `create index step_event_by_time on step_event (at)`,
]
