import type { ODataFilter } from './odata-filter.ts'

/** The query options of a request, parsed once. What is absent was not asked. */
export interface ODataQuery {
  readonly select?: readonly string[]
  readonly expand?: readonly string[]
  readonly filter?: ODataFilter
  readonly orderBy?: readonly { readonly property: string; readonly descending: boolean }[]
  readonly top?: number
  readonly count: boolean
  /** The opaque place where the next page begins, as this resource made it. */
  readonly skipToken?: string
  readonly search?: string
}
