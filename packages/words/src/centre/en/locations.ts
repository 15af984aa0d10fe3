/** The admin centre, about locations. */
export const locations = {}
