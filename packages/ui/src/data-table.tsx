import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'

/** One column: what stands in it, and by which name it is sorted. */
export interface Column<Row> {
  readonly name: string
  readonly label: string
  /** Absent: it cannot be sorted. */
  readonly sortable?: true
  /** Numbers stand to the right. */
  readonly numeric?: true
  show(row: Row): ReactNode
}

export interface Sorting {
  readonly by: string
  readonly descending: boolean
}

/** Many things of one kind. */
export interface DataTableProps<Row> {
  /** What the table is of, for whoever does not see it. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  keyOf(row: Row): string
  readonly sorting?: Sorting | undefined
  onSort?(sorting: Sorting): void
  /** What stands below: the way to more. */
  readonly foot?: ReactNode
}

/** See `DataTableProps`. On a phone it scrolls by itself, and not the page. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  keyOf,
  sorting,
  onSort,
  foot,
}: DataTableProps<Row>) {
  return (
    <div className="overflow-hidden rounded-2xl border border-line bg-paper">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className="overflow-x-auto" tabIndex={0} aria-label={caption}>
        <table className="w-full border-collapse text-left">
          <caption className="sr-only">{caption}</caption>
          <thead className="border-b border-line bg-hover text-sm">
            <tr>
              {columns.map((column) => (
                <th
                  key={column.name}
                  scope="col"
                  aria-sort={sortOf(column, sorting)}
                  className={column.numeric ? 'px-4 py-2.5 text-right' : 'px-4 py-2.5'}
                >
                  {column.sortable && onSort ? (
                    <button
                      type="button"
                      className="inline-flex items-center gap-1 font-semibold"
                      onClick={() =>
                        onSort({
                          by: column.name,
                          descending: sorting?.by === column.name && !sorting.descending,
                        })
                      }
                    >
                      {column.label}
                      <SortMark of={sortOf(column, sorting)} />
                    </button>
                  ) : (
                    column.label
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {rows.map((row) => (
              <tr key={keyOf(row)}>
                {columns.map((column) => (
                  <td
                    key={column.name}
                    className={
                      column.numeric
                        ? 'px-4 py-2.5 text-right align-top tabular-nums'
                        : 'px-4 py-2.5 align-top'
                    }
                  >
                    {column.show(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {foot !== undefined && <div className="border-t border-line px-4 py-3">{foot}</div>}
    </div>
  )
}

type Sort = 'ascending' | 'descending' | 'none' | undefined

function sortOf<Row>(column: Column<Row>, sorting: Sorting | undefined): Sort {
  if (!column.sortable) return undefined
  if (sorting?.by !== column.name) return 'none'
  return sorting.descending ? 'descending' : 'ascending'
}

function SortMark({ of }: { readonly of: Sort }) {
  const Mark = of === 'ascending' ? ArrowUp : of === 'descending' ? ArrowDown : ChevronsUpDown
  return <Mark aria-hidden className="size-4" />
}
