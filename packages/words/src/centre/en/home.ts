/** The admin centre, about home. */
export const home = {}
