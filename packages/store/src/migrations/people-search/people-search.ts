import type { ColumnTypes } from '../../dialect/column-types.ts'

/**
 * What people are found by: each word of their names and addresses, whose beginning is looked for. The user name stands
 * in the key, so that what is found under one word comes in the order of the list.
 */
export const peopleSearch = ({ text, keyed }: ColumnTypes): readonly string[] => [
  `create table person_term (
    tenant_id ${text} not null,
    term ${text} not null,
    user_name ${text} not null,
    user_id ${text} not null,
    primary key (tenant_id, term, user_name),
    foreign key (tenant_id, user_id) references person on delete cascade
  ) ${keyed}`,
  `create index term_of_person on person_term (tenant_id, user_id, term)`,
  `create index person_switched_off on person (tenant_id, user_name) where enabled = 0`,
]
