import type { ColumnTypes } from '../../dialect/column-types.ts'

/** A request for a pass that came once more while the first waited. */
export const askedAgain = ({ text, integer }: ColumnTypes): readonly string[] => [
  `alter table pass_request add column asked_again_at ${integer}`,
  // Beside the first one: whoever asks later may be somebody else.
  `alter table pass_request add column newest_contact ${text}`,
]
