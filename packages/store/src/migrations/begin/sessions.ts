import type { ColumnTypes } from '../../dialect/column-types.ts'

/** Sessions, and how often something was tried. */
export const sessionTables = ({ text, integer, bytes, keyed }: ColumnTypes): readonly string[] => [
  `create table session (
    tenant_id ${text} not null,
    session_id ${text} not null,
    -- SHA-256 of the cookie's secret: the database alone signs nobody in.
    token_hash ${bytes} not null check (length(token_hash) = 32),
    user_id ${text} not null,
    proofs ${text} not null,
    origin ${text} not null,
    security_stamp ${text} not null,
    -- Not a reference: the session outlives the pass as a record of how it ended.
    pass_id ${text},
    stays_signed_in ${integer} not null check (stays_signed_in in (0, 1)),
    created_at ${integer} not null,
    last_seen_at ${integer} not null,
    expires_at ${integer} not null,
    ip_address ${text} not null,
    user_agent ${text} not null,
    ended_at ${integer},
    ended_because ${text},
    check ((ended_at is null) = (ended_because is null)),
    primary key (tenant_id, session_id),
    unique (tenant_id, token_hash),
    foreign key (tenant_id, user_id) references person on delete cascade
  ) ${keyed}`,
  `create index session_of_person on session (tenant_id, user_id)`,
  `create index session_of_pass on session (tenant_id, pass_id) where pass_id is not null`,
  `create index session_expiry on session (expires_at)`,
  `create index session_end on session (ended_at) where ended_at is not null`,

  `create table session_app (
    tenant_id ${text} not null,
    session_id ${text} not null,
    client_id ${text} not null,
    primary key (tenant_id, session_id, client_id),
    foreign key (tenant_id, session_id) references session on delete cascade
  ) ${keyed}`,

  // No reference: names and networks that do not exist are counted like those that do.
  `create table throttle (
    tenant_id ${text} not null,
    counted ${text} not null,
    attempts ${integer} not null check (attempts > 0),
    window_ends_at ${integer} not null,
    primary key (tenant_id, counted)
  ) ${keyed}`,
  `create index throttle_expiry on throttle (window_ends_at)`,
]
