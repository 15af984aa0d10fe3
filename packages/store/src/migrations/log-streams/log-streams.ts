import type { ColumnTypes } from '../../dialect/column-types.ts'

/** Where the logs go by themselves, how they are searched, and what the first page of the admin centre counts. */
export const logStreams = ({ text, integer, bytes, keyed, wide }: ColumnTypes): readonly string[] => [
  // What an investigation asks for. Each ends with the time, so that the newest come first without sorting.
  `create index sign_in_of_app on sign_in (tenant_id, client_id, sign_in_id) where client_id is not null`,
  `create index sign_in_of_model on sign_in (tenant_id, aaguid, sign_in_id) where aaguid is not null`,
  `create index sign_in_from_address on sign_in (tenant_id, ip_address, sign_in_id)`,
  // Few have one: whoever came in without trouble costs these two nothing.
  `create index sign_in_by_code on sign_in (tenant_id, code, sign_in_id) where code <> ''`,
  `create index sign_in_failed on sign_in (tenant_id, sign_in_id) where outcome = 'failure'`,

  `create table log_stream (
    tenant_id ${text} not null references tenant on delete cascade,
    stream_id ${text} not null,
    display_name ${text} not null,
    -- https://…, http://…, syslog+tls://… or syslog+tcp://…
    address ${text} not null,
    -- JSON: which logs.
    logs ${text} not null,
    enabled ${integer} not null check (enabled in (0, 1)),
    created_at ${integer} not null,
    -- What signs a webhook, and what signed it before, for receivers that do not know the new one yet.
    sealed_secret ${bytes},
    former_sealed_secret ${bytes},
    former_until ${integer},
    -- What was delivered: every record up to and with these ids.
    sign_ins_until ${text} not null,
    audit_until ${text} not null,
    delivered_at ${integer},
    -- Failures since the last delivery, when the next attempt is due, and what the last one came to.
    attempts ${integer} not null,
    not_before ${integer} not null,
    failed_at ${integer},
    failing_since ${integer},
    last_error ${text},
    primary key (tenant_id, stream_id)
  ) ${wide}`,
  `create index log_stream_due on log_stream (not_before) where enabled = 1`,

  // A day in UTC, counted again until it is over.
  `create table day_figures (
    tenant_id ${text} not null references tenant on delete cascade,
    day ${text} not null,
    people ${integer} not null,
    with_passkey ${integer} not null,
    sign_ins ${integer} not null,
    passkey_sign_ins ${integer} not null,
    failures ${integer} not null,
    would_fail ${integer} not null,
    primary key (tenant_id, day)
  ) ${keyed}`,

  `create table home_summary (
    tenant_id ${text} primary key references tenant on delete cascade,
    at ${integer} not null,
    -- JSON.
    content ${text} not null
  ) ${wide}`,
]
