/** The admin centre, about what if. */
export const whatIf = {}
