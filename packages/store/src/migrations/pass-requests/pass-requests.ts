import type { ColumnTypes } from '../../dialect/column-types.ts'

/** What helps people who are shut out: their requests, who may speak for them, what they said was not them. */
export const passRequests = ({ text, integer, keyed, wide }: ColumnTypes): readonly string[] => [
  `create table pass_request (
    tenant_id ${text} not null,
    request_id ${text} not null,
    user_id ${text} not null,
    state ${text} not null check (state in ('open', 'approved', 'refused', 'stopped', 'expired')),
    asked_at ${integer} not null,
    expires_at ${integer} not null,
    starts_at ${integer},
    lifetime_minutes ${integer},
    reason ${text} not null,
    contact ${text} not null,
    ip_address ${text} not null,
    user_agent ${text} not null,
    correlation_id ${text} not null,
    first_by ${text},
    first_at ${integer},
    first_checks ${text},
    decided_by ${text},
    decided_at ${integer},
    checks ${text},
    note ${text},
    pass_id ${text},
    delivery ${text},
    primary key (tenant_id, request_id),
    foreign key (tenant_id, user_id) references person on delete cascade
  ) ${wide}`,
  // Nobody has two requests waiting: asking again changes nothing, and mails nobody.
  `create unique index pass_request_open on pass_request (tenant_id, user_id) where state = 'open'`,
  `create index pass_request_of_person on pass_request (tenant_id, user_id, request_id)`,
  `create index pass_request_by_state on pass_request (tenant_id, state, request_id)`,
  `create index pass_request_by_time on pass_request (asked_at)`,

  // A manager who is gone is none: the reference is looked up when it is used.
  `create table recovery_contact (
    tenant_id ${text} not null,
    user_id ${text} not null,
    manager_id ${text},
    other_mail ${text},
    primary key (tenant_id, user_id),
    foreign key (tenant_id, user_id) references person on delete cascade
  ) ${keyed}`,

  // Of two clicks one tells the help desk.
  `create table disowned (
    tenant_id ${text} not null,
    record_id ${text} not null,
    user_id ${text} not null,
    at ${integer} not null,
    primary key (tenant_id, record_id),
    foreign key (tenant_id, user_id) references person on delete cascade
  ) ${keyed}`,
  `create index disowned_of_person on disowned (tenant_id, user_id)`,

  // Where people begin who come without a target.
  `alter table app add column home_page_url ${text}`,
  // Which apps are somebody's, asked the other way round.
  `create index app_assignment_of_principal on app_assignment (tenant_id, principal, principal_id, client_id)`,

  // What somebody said not now to, and how often.
  `create table declined_offer (
    tenant_id ${text} not null,
    user_id ${text} not null,
    offer ${text} not null,
    times ${integer} not null,
    at ${integer} not null,
    primary key (tenant_id, user_id, offer),
    foreign key (tenant_id, user_id) references person on delete cascade
  ) ${keyed}`,
]
