/** The admin centre, about groups. */
export const groups = {}
