/** The admin centre, about person. */
export const person = {}
