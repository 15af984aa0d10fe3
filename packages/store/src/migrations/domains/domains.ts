import type { ColumnTypes } from '../../dialect/column-types.ts'

/** How organisations prove their domains. What routes people is in `domain` as before: a claim routes nobody. */
export const domains = ({ text, integer, keyed }: ColumnTypes): readonly string[] => [
  // The one that new people are named after; where nobody chose, the oldest.
  `alter table domain add column is_default ${integer} not null default 0 check (is_default in (0, 1))`,
  // What stood in the DNS. Absent: the operator vouches for it, and nothing is looked up.
  `alter table domain add column proof ${text}`,
  `alter table domain add column checked_at ${integer}`,
  // Since when the record is gone. It changes nothing but what administrators are told.
  `alter table domain add column missing_since ${integer}`,
  `create index domain_to_check on domain (checked_at) where proof is not null`,

  // Any number of organisations may claim a domain; whoever proves it first gets the row in \`domain\`.
  `create table domain_claim (
    tenant_id ${text} not null references tenant on delete cascade,
    domain ${text} not null check (domain = lower(domain) and domain not like '%.'),
    proof ${text} not null,
    created_at ${integer} not null,
    checked_at ${integer},
    outcome ${text} check (outcome in ('missing', 'unreachable', 'taken')),
    primary key (tenant_id, domain)
  ) ${keyed}`,
  `create index claim_of_domain on domain_claim (domain)`,
]
