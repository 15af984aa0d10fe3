/** The admin centre, about strengths. */
export const strengths = {}
