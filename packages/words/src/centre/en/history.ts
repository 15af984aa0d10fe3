/** The admin centre, about history. */
export const history = {}
