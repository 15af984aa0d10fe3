import type { ColumnTypes } from '../../dialect/column-types.ts'

/** What an app asks to be told in its tokens beyond what its scopes bring. */
export const optionalClaims = ({ text }: ColumnTypes): readonly string[] => [
  // JSON; none is none.
  `alter table app add column optional_claims ${text}`,
]
