/** The admin centre, about access. */
export const access = {}
