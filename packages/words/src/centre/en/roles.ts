/** The admin centre, about roles. */
export const roles = {}
