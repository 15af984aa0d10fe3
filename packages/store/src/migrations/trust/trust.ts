import type { ColumnTypes } from '../../dialect/column-types.ts'

/** Who vouches for models of authenticators, and what a passkey's attestation proved when it was made. */
export const trust = ({ text, integer, bytes, keyed, wide }: ColumnTypes): readonly string[] => [
  // Passkeys from before were judged by nobody.
  `alter table credential add column attestation_evidence ${text} not null default 'none'
    check (attestation_evidence in ('none', 'software', 'tpm', 'hardware'))`,
  `alter table credential add column attestation_anchor ${text}
    check (attestation_anchor in ('metadata', 'organisation', 'deviceCa'))`,
  // Untenanted: when a model turns bad, everybody who has one is looked for.
  `create index credential_of_model on credential (aaguid, tenant_id)`,

  // One row: which BLOB of the metadata service is held.
  `create table metadata_state (
    name ${text} primary key check (name = 'fido'),
    number ${integer} not null,
    next_update ${integer} not null,
    loaded_at ${integer} not null,
    models ${integer} not null
  ) ${keyed}`,

  // Untenanted, for it is public. Lists leave out what is long, so that comes last.
  `create table metadata_model (
    aaguid ${text} primary key,
    description ${text} not null,
    attachment_hint ${text} not null,
    key_protection ${text} not null,
    status_reports ${text} not null,
    facts ${text} not null,
    roots ${text} not null,
    icon ${text}
  ) ${wide}`,

  `create table organisation_root (
    tenant_id ${text} not null references tenant on delete cascade,
    root_id ${text} not null,
    name ${text} not null,
    certificate ${bytes} not null,
    aaguids ${text} not null,
    evidence ${text} not null check (evidence in ('software', 'tpm', 'hardware')),
    created_at ${integer} not null,
    created_by ${text} not null,
    primary key (tenant_id, root_id)
  ) ${wide}`,

  // The key says it: one authority per tenant, the first that was made.
  `create table device_ca (
    tenant_id ${text} primary key references tenant on delete cascade,
    certificate ${bytes} not null,
    sealed_private_key ${bytes} not null,
    created_at ${integer} not null
  ) ${wide}`,

  `create table device_certificate (
    tenant_id ${text} not null references tenant on delete cascade,
    serial_number ${text} not null,
    device_id ${text} not null,
    aaguid ${text} not null,
    evidence ${text} not null check (evidence in ('software', 'tpm', 'hardware')),
    created_at ${integer} not null,
    expires_at ${integer} not null,
    revoked_at ${integer},
    primary key (tenant_id, serial_number)
  ) ${keyed}`,
  `create index certificate_of_device on device_certificate (tenant_id, device_id)`,
]
