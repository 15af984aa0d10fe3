import type { ColumnTypes } from '../../dialect/column-types.ts'

/** What reading the logs from outside needs. */
export const graph = ({ text }: ColumnTypes): readonly string[] => [
  // The application that made a change, for itself or for the person who used it.
  `alter table audit add column actor_client_id ${text}`,
  `create index audit_by_correlation on audit (tenant_id, correlation_id)`,
  `create index sign_in_of_name on sign_in (tenant_id, user_name, sign_in_id)`,
]
