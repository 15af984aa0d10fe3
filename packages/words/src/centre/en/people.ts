/** The admin centre, about people. */
export const people = {}
