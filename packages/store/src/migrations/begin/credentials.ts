import type { ColumnTypes } from '../../dialect/column-types.ts'

/** What people sign in with. */
export const credentialTables = ({ text, integer, bytes, keyed, wide }: ColumnTypes): readonly string[] => [
  `create table credential (
    tenant_id ${text} not null,
    credential_id ${bytes} not null check (length(credential_id) between 1 and 1023),
    user_id ${text} not null,
    rp_id ${text} not null,
    public_key ${bytes} not null,
    algorithm ${integer} not null,
    sign_count ${integer} not null check (sign_count >= 0),
    transports ${text} not null,
    uv_initialized ${integer} not null check (uv_initialized in (0, 1)),
    backup_eligible ${integer} not null check (backup_eligible in (0, 1)),
    -- WebAuthn L3 section 6.1.3: what may not be copied is not copied.
    backup_state ${integer} not null check (backup_state in (0, 1) and backup_state <= backup_eligible),
    aaguid ${text} not null,
    attestation_format ${text} not null,
    attestation_type ${text} not null,
    attestation_trusted ${integer} not null check (attestation_trusted in (0, 1)),
    name ${text} not null check (length(name) <= 60),
    created_at ${integer} not null,
    created_by ${text} not null,
    last_used_at ${integer},
    last_used_from ${text},
    -- Last, because they may be long: what comes after such a column is slow to reach.
    attestation_object ${bytes},
    attestation_client_data ${bytes},
    primary key (tenant_id, credential_id),
    foreign key (tenant_id, user_id) references person on delete cascade
  ) ${wide}`,
  `create index credential_of_person on credential (tenant_id, user_id, created_at)`,

  // Untenanted: a credential id is unique per RP ID across tenants, and a sign-in without a name finds its tenant here.
  // Its row is written with the credential and goes with it.
  `create table credential_directory (
    rp_id ${text} not null,
    credential_id ${bytes} not null,
    tenant_id ${text} not null,
    primary key (rp_id, credential_id),
    foreign key (tenant_id, credential_id) references credential on delete cascade
  ) ${keyed}`,
  `create index directory_of_credential on credential_directory (tenant_id, credential_id)`,

  // The key is the whole point: a second answer to a challenge does not fit in.
  `create table spent_challenge (
    tenant_id ${text} not null,
    nonce ${bytes} not null,
    expires_at ${integer} not null,
    primary key (tenant_id, nonce)
  ) ${keyed}`,
  `create index spent_challenge_expiry on spent_challenge (expires_at)`,

  `create table password (
    tenant_id ${text} not null,
    user_id ${text} not null,
    hash ${text} not null check (hash like '$argon2id$%'),
    changed_at ${integer} not null,
    primary key (tenant_id, user_id),
    foreign key (tenant_id, user_id) references person on delete cascade
  ) ${keyed}`,

  `create table totp (
    tenant_id ${text} not null,
    totp_id ${text} not null,
    user_id ${text} not null,
    name ${text} not null,
    sealed_secret ${bytes} not null,
    last_step ${integer} not null check (last_step >= 0),
    created_at ${integer} not null,
    last_used_at ${integer},
    primary key (tenant_id, totp_id),
    foreign key (tenant_id, user_id) references person on delete cascade
  ) ${keyed}`,
  `create index totp_of_person on totp (tenant_id, user_id)`,
  // Untenanted: sealing again under a new key walks through all of them.
  `create index totp_by_id on totp (totp_id, tenant_id)`,

  // The key says it: one pass per person.
  `create table temporary_access_pass (
    tenant_id ${text} not null,
    user_id ${text} not null,
    pass_id ${text} not null,
    hash ${text} not null check (hash like '$argon2id$%'),
    starts_at ${integer} not null,
    expires_at ${integer} not null check (expires_at > starts_at),
    once ${integer} not null check (once in (0, 1)),
    used_at ${integer},
    created_at ${integer} not null,
    created_by ${text} not null,
    primary key (tenant_id, user_id),
    unique (tenant_id, pass_id),
    foreign key (tenant_id, user_id) references person on delete cascade
  ) ${keyed}`,

  // Untenanted: the first link comes before the first tenant.
  `create table one_time_link (
    token_hash ${bytes} primary key check (length(token_hash) = 32),
    purpose ${text} not null,
    created_at ${integer} not null,
    expires_at ${integer} not null
  ) ${keyed}`,
]
