import type { ColumnTypes } from '../../dialect/column-types.ts'

/** Applications, who may use them, and what was issued to them. */
export const appTables = ({ text, integer, bytes, keyed, wide }: ColumnTypes): readonly string[] => [
  `create table app (
    tenant_id ${text} not null references tenant on delete cascade,
    client_id ${text} not null,
    display_name ${text} not null,
    kind ${text} not null,
    secret_hashes ${text} not null,
    redirect_uris ${text} not null,
    post_logout_redirect_uris ${text} not null,
    backchannel_logout_uri ${text},
    initiate_login_uri ${text},
    device_code_allowed ${integer} not null check (device_code_allowed in (0, 1)),
    assignment_required ${integer} not null check (assignment_required in (0, 1)),
    groups_claim ${text} not null,
    app_roles ${text} not null,
    consent ${text} not null,
    least_strength ${text},
    signing_algorithm ${text} not null,
    enabled ${integer} not null check (enabled in (0, 1)),
    created_at ${integer} not null,
    primary key (tenant_id, client_id)
  ) ${wide}`,

  // The principal is a person or a group, so nothing can be referenced: whoever removes one removes its assignments.
  `create table app_assignment (
    tenant_id ${text} not null,
    client_id ${text} not null,
    principal ${text} not null check (principal in ('person', 'group')),
    principal_id ${text} not null,
    role ${text} not null,
    primary key (tenant_id, client_id, principal, principal_id, role),
    foreign key (tenant_id, client_id) references app on delete cascade
  ) ${keyed}`,
  `create index assignment_of_principal on app_assignment (tenant_id, principal_id)`,

  // An empty user id: an administrator agreed for everybody.
  `create table consent (
    tenant_id ${text} not null,
    client_id ${text} not null,
    user_id ${text} not null,
    scopes ${text} not null,
    at ${integer} not null,
    primary key (tenant_id, client_id, user_id),
    foreign key (tenant_id, client_id) references app on delete cascade
  ) ${keyed}`,
  `create index consent_of_person on consent (tenant_id, user_id)`,

  `create table artefact (
    tenant_id ${text} not null,
    model ${text} not null,
    id_hash ${bytes} not null check (length(id_hash) = 32),
    payload ${text} not null,
    grant_id ${text},
    user_code ${text},
    uid ${text},
    session_id ${text},
    expires_at ${integer},
    consumed_at ${integer},
    primary key (tenant_id, model, id_hash)
  ) ${wide}`,
  `create index artefact_of_grant on artefact (tenant_id, grant_id) where grant_id is not null`,
  `create index artefact_of_session on artefact (tenant_id, session_id) where session_id is not null`,
  `create index artefact_by_uid on artefact (tenant_id, model, uid) where uid is not null`,
  // Untenanted: a device code is typed on a page that knows no tenant yet, so no two may be alike.
  `create unique index artefact_by_user_code on artefact (user_code) where user_code is not null`,
  `create index artefact_expiry on artefact (expires_at) where expires_at is not null`,
]
