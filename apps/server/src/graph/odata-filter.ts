/** A value in a filter. A date and a GUID are told from a string by having no quotes. */
export type ODataLiteral = string | number | boolean | null | Date

export type ODataComparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le'

/** What `$filter` says. Property names are as they came; whoever evaluates compares them without regard to case. */
export type ODataFilter =
  | { readonly kind: 'and' | 'or'; readonly left: ODataFilter; readonly right: ODataFilter }
  | { readonly kind: 'not'; readonly of: ODataFilter }
  | {
      readonly kind: 'compare'
      readonly operator: ODataComparison
      readonly property: string
      readonly value: ODataLiteral
    }
  | { readonly kind: 'in'; readonly property: string; readonly values: readonly ODataLiteral[] }
  | {
      readonly kind: 'call'
      readonly name: 'startswith' | 'endswith' | 'contains'
      readonly property: string
      readonly value: string
    }
  | {
      readonly kind: 'any'
      readonly property: string
      readonly variable: string
      readonly of?: ODataFilter
    }
