/**
 * The words in which the two databases differ when a table is made.
 *
 * Text compares byte by byte on both (`collate "C"` on PostgreSQL), so that a list has one order everywhere.
 */
export interface ColumnTypes {
  readonly text: string
  /** 64 bits: counters, milliseconds. */
  readonly integer: string
  readonly bytes: string
  /** Closes a table of short rows, found by their key. */
  readonly keyed: string
  /** Closes a table whose rows may be long. */
  readonly wide: string
  /** Statements that make a table refuse changes of its rows, and removals too if they are named. */
  refuse(table: string, what: 'update' | 'update or delete'): readonly string[]
}

/** A clustered key saves SQLite a second tree per table; with long rows it would cost more than it saves. */
export const sqliteTypes: ColumnTypes = {
  text: 'text',
  integer: 'integer',
  bytes: 'blob',
  keyed: 'strict, without rowid',
  wide: 'strict',
  refuse: (table, what) =>
    what.split(' or ').map(
      (verb) => `create trigger ${table}_refuses_${verb} before ${verb} on ${table}
        begin select raise(abort, '${table} is append-only'); end`,
    ),
}

export const postgresTypes: ColumnTypes = {
  text: 'text collate "C"',
  integer: 'bigint',
  bytes: 'bytea',
  keyed: '',
  wide: '',
  refuse: (table, what) => [
    `create function ${table}_refuse() returns trigger language plpgsql as
      $$ begin raise exception '${table} is append-only'; end $$`,
    `create trigger ${table}_refuses before ${what} on ${table}
      for each row execute function ${table}_refuse()`,
  ],
}
