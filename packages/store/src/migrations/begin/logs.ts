import type { ColumnTypes } from '../../dialect/column-types.ts'

/** What happened, and what the world must still be told. */
export const logTables = ({ text, integer, keyed, wide, refuse }: ColumnTypes): readonly string[] => [
  // No references: a log outlives what it speaks of.
  `create table sign_in (
    tenant_id ${text} not null,
    -- UUIDv7: the key is the order of time.
    sign_in_id ${text} not null,
    at ${integer} not null,
    correlation_id ${text} not null,
    outcome ${text} not null check (outcome in ('success', 'failure', 'interrupted')),
    code ${text} not null,
    detail ${text},
    method ${text},
    user_id ${text},
    user_name ${text},
    client_id ${text},
    session_id ${text},
    credential_id ${text},
    aaguid ${text},
    attested ${integer} check (attested in (0, 1)),
    user_verified ${integer} check (user_verified in (0, 1)),
    backup_eligible ${integer} check (backup_eligible in (0, 1)),
    backup_state ${integer} check (backup_state in (0, 1)),
    strength ${text},
    ip_address ${text} not null,
    user_agent ${text} not null,
    primary key (tenant_id, sign_in_id)
  ) ${keyed}`,
  `create index sign_in_of_person on sign_in (tenant_id, user_id, sign_in_id)`,
  `create index sign_in_by_correlation on sign_in (tenant_id, correlation_id)`,
  `create index sign_in_time on sign_in (at)`,
  // Append-only, but for the removal of what is older than it is kept.
  ...refuse('sign_in', 'update'),

  `create table audit (
    tenant_id ${text} not null,
    audit_id ${text} not null,
    at ${integer} not null,
    correlation_id ${text} not null,
    actor_kind ${text} not null check (actor_kind in ('person', 'operator', 'system')),
    actor_user_id ${text},
    activity ${text} not null,
    target_kind ${text} not null,
    target_id ${text} not null,
    target_name ${text},
    detail ${text} not null,
    ip_address ${text},
    primary key (tenant_id, audit_id)
  ) ${wide}`,
  `create index audit_of_target on audit (tenant_id, target_id, audit_id)`,
  `create index audit_of_actor on audit (tenant_id, actor_user_id, audit_id)`,
  `create index audit_of_activity on audit (tenant_id, activity, audit_id)`,
  ...refuse('audit', 'update or delete'),

  // Untenanted by key: one queue for the instance. The tenant is in the row, for the one who sends.
  `create table outbox (
    message_id ${text} primary key,
    tenant_id ${text} not null,
    kind ${text} not null,
    payload ${text} not null,
    created_at ${integer} not null,
    not_before ${integer} not null,
    -- Whoever took it may have died: from then on it is due again. 0 before anybody did.
    taken_until ${integer} not null,
    attempts ${integer} not null,
    last_error ${text}
  ) ${wide}`,
  `create index outbox_due on outbox (not_before)`,
]
