/** The admin centre, about lock out. */
export const lockOut = {}
