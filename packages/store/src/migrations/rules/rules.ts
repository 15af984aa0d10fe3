import type { ColumnTypes } from '../../dialect/column-types.ts'

/** What administrators decide, every version of it, and what a sign-in was decided by. */
export const rules = ({ text, integer, wide, refuse }: ColumnTypes): readonly string[] => [
  // Beside the tenant, which every decision reads anyway: whoever remembers its rules asks nothing more.
  `alter table tenant add column rules_version ${integer} not null default 0`,

  `create table rule_document (
    tenant_id ${text} not null references tenant on delete cascade,
    kind ${text} not null check (kind in ('methodsPolicy', 'strength', 'conditionalAccess', 'namedLocation',
      'authenticationContext', 'terms')),
    id ${text} not null,
    -- JSON, as it was received and completed.
    document ${text} not null,
    primary key (tenant_id, kind, id)
  ) ${wide}`,

  // No reference: a history outlives what it speaks of.
  `create table rule_change (
    tenant_id ${text} not null,
    version ${integer} not null,
    kind ${text} not null,
    id ${text} not null,
    at ${integer} not null,
    actor_kind ${text} not null check (actor_kind in ('person', 'operator', 'system', 'app')),
    actor_user_id ${text},
    actor_client_id ${text},
    correlation_id ${text} not null,
    -- JSON; absent where there was none.
    before ${text},
    after ${text},
    primary key (tenant_id, version, kind, id)
  ) ${wide}`,
  `create index rule_change_of_document on rule_change (tenant_id, kind, id, version)`,
  ...refuse('rule_change', 'update or delete'),

  // JSON: which rules let a sign-in through or did not, and why.
  `alter table sign_in add column decision ${text}`,
]
