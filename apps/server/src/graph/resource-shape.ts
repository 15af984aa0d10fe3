/** What is known of a resource's JSON: which properties there are, and what may be asked about them. */
export interface ResourceShape {
  /** As in `microsoft.graph.user`. */
  readonly name: string
  readonly properties: readonly string[]
  /** What is given when nothing is selected; all of them, if absent. */
  readonly usual?: readonly string[]
  /** Paths that `$filter` may name. */
  readonly filterable?: readonly string[]
  /** Paths that `$orderby` may name. */
  readonly orderable?: readonly string[]
}

/** JSON of one entity. */
export type GraphObject = Readonly<Record<string, unknown>>

export function isGraphObject(value: unknown): value is GraphObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
