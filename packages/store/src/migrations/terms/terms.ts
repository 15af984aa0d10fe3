import type { ColumnTypes } from '../../dialect/column-types.ts'

/** What people said to terms of use. */
export const terms = ({ text, integer }: ColumnTypes): readonly string[] => [
  `create table terms_acceptance (
    tenant_id ${text} not null,
    acceptance_id ${text} not null,
    user_id ${text} not null,
    terms_id ${text} not null,
    version ${integer} not null,
    language ${text} not null,
    state ${text} not null,
    at ${integer} not null,
    ip_address ${text} not null,
    user_agent ${text} not null,
    primary key (tenant_id, acceptance_id),
    foreign key (tenant_id, user_id) references person on delete cascade
  )`,
  `create index terms_acceptance_of_person on terms_acceptance (tenant_id, user_id)`,
  `create index terms_acceptance_of_terms on terms_acceptance (tenant_id, terms_id, acceptance_id)`,
]
