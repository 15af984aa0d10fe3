import type { ColumnTypes } from '../../dialect/column-types.ts'

/** Devices that approve sign-ins, what waits for them, and the browsers that may ask for an approval alone. */
export const approvals = ({ text, integer, bytes, keyed, wide }: ColumnTypes): readonly string[] => [
  `create table approver (
    tenant_id ${text} not null,
    device_id ${text} not null,
    user_id ${text} not null,
    approval_key ${bytes} not null,
    push_endpoint ${text},
    push_p256dh ${bytes},
    push_auth ${bytes},
    created_at ${integer} not null,
    last_used_at ${integer},
    primary key (tenant_id, device_id),
    foreign key (tenant_id, device_id) references registered_device on delete cascade,
    foreign key (tenant_id, user_id) references person on delete cascade,
    check ((push_endpoint is null) = (push_p256dh is null) and (push_endpoint is null) = (push_auth is null))
  ) ${wide}`,
  `create index approver_of_person on approver (tenant_id, user_id)`,

  // The key is the person: one waits at a time, whoever asks.
  `create table approval_request (
    tenant_id ${text} not null,
    user_id ${text} not null,
    request_id ${text} not null,
    method ${text} not null check (method in ('push', 'passwordlessPush')),
    flow_id ${text} not null,
    visit_hash ${bytes} not null,
    asked_by ${text} not null,
    number ${text} not null,
    context ${text} not null,
    state ${text} not null
      check (state in ('waiting', 'approved', 'denied', 'wrongNumber', 'reported', 'used')),
    created_at ${integer} not null,
    expires_at ${integer} not null,
    device_id ${text},
    answered_at ${integer},
    primary key (tenant_id, user_id),
    foreign key (tenant_id, user_id) references person on delete cascade
  ) ${wide}`,
  `create table approval_pause (
    tenant_id ${text} not null,
    user_id ${text} not null,
    paused_until ${integer} not null,
    primary key (tenant_id, user_id),
    foreign key (tenant_id, user_id) references person on delete cascade
  ) ${keyed}`,

  `create table remembered_browser (
    tenant_id ${text} not null,
    browser_id ${text} not null,
    user_id ${text} not null,
    public_key ${bytes} not null,
    user_agent ${text} not null,
    ip_address ${text} not null,
    created_at ${integer} not null,
    last_used_at ${integer} not null,
    primary key (tenant_id, browser_id),
    foreign key (tenant_id, user_id) references person on delete cascade
  ) ${wide}`,
  `create index remembered_browser_of_person on remembered_browser (tenant_id, user_id)`,
]
