import type { DatabaseSync } from 'node:sqlite'

/** Rows of a table; of one tenant in it; of one of the tenant's people, sessions, grants … */
const sizes = { table: 1_000_000, tenant: 100_000, one: 10 }

/** An index with a condition holds few of the rows: that is what it is for. */
const partSizes: typeof sizes = { table: 10_000, tenant: 1_000, one: 10 }

/**
 * Tell SQLite's planner how the rows will be spread, before there are any.
 *
 * Every key begins with the tenant. Without statistics the planner takes all of them for equally good, and finds a
 * person's sessions by walking through the tenant's. It is told once, with the schema; it never looks by itself.
 */
export function tellSizes(database: DatabaseSync): void {
  // Makes the table of statistics, and empties it of what is not ours.
  database.exec('analyze sqlite_schema; delete from sqlite_stat1')
  const insert = database.prepare('insert into sqlite_stat1 (tbl, idx, stat) values (?, ?, ?)')
  for (const { table, index, columns, unique, partial } of database.prepare(everyIndex).all()) {
    const names = String(columns).split(',')
    const spread = partial === 1 ? partSizes : sizes
    const perPrefix = names.map((_, at) =>
      rowsPerPrefix(names.slice(0, at + 1), unique === 1 && at === names.length - 1, spread),
    )
    insert.run(String(table), String(index), [spread.table, ...perPrefix].join(' '))
  }
}

const rowsPerPrefix = (columns: readonly string[], isWholeKey: boolean, spread: typeof sizes): number => {
  if (isWholeKey) return 1
  return columns.length === 1 && columns[0] === 'tenant_id' ? spread.tenant : spread.one
}

/** A table without rowid is its own primary key, and statistics know it by the table's name. */
const everyIndex = `
  select
    list.name as "table",
    case when list.wr = 1 and idx.origin = 'pk' then list.name else idx.name end as "index",
    idx."unique" as "unique",
    idx.partial as "partial",
    (select group_concat(name) from (select name from pragma_index_info(idx.name) order by seqno)) as columns
  from pragma_table_list as list, pragma_index_list(list.name) as idx
  where list.schema = 'main' and list.type = 'table' and list.name not like 'sqlite_%'`
