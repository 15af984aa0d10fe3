import { PostgresAdapter, type SelectQueryBuilder } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Builder } from '../statement.ts'

/**
 * Choose rows nobody else is choosing. PostgreSQL has many writers, which must not wait for each other's choice;
 * SQLite has one.
 */
export const skippingLocked = <T extends keyof Schema, O>(
  builder: Builder,
  query: SelectQueryBuilder<Schema, T, O>,
): SelectQueryBuilder<Schema, T, O> =>
  builder.getExecutor().adapter instanceof PostgresAdapter ? query.forUpdate().skipLocked() : query
