import type { ColumnTypes } from '../../dialect/column-types.ts'

/** How long it takes people to sign in. */
export const elapsed = ({ integer }: ColumnTypes): readonly string[] => [
  // In milliseconds, from the visit's beginning; null where nobody measured.
  `alter table sign_in add column elapsed ${integer}`,
]
