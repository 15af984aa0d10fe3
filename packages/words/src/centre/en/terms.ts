/** The admin centre, about terms. */
export const terms = {}
