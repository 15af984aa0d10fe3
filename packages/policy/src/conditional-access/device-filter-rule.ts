/** How a comparison holds a device's value against the rule's. */
export type Operator = 'eq' | 'contains' | 'startsWith' | 'endsWith'

/** What each operator asks. Both sides come in small letters. */
export const compareOperators: Readonly<Record<Operator, (value: string, wanted: string) => boolean>> = {
  eq: (value, wanted) => value === wanted,
  contains: (value, wanted) => value.includes(wanted),
  startsWith: (value, wanted) => value.startsWith(wanted),
  endsWith: (value, wanted) => value.endsWith(wanted),
}

/** A property held against values: true if one of them fits, or, negated, if none does. */
export interface Comparison {
  readonly kind: 'comparison'
  /** In small letters, as the values are. */
  readonly property: string
  readonly operator: Operator
  readonly negated: boolean
  readonly values: readonly string[]
}

/** The rule of a device filter, read. */
export type DeviceFilter =
  | Comparison
  | { readonly kind: 'and' | 'or'; readonly of: readonly DeviceFilter[] }
  | { readonly kind: 'not'; readonly of: DeviceFilter }
