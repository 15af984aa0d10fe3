/** The admin centre, about break glass. */
export const breakGlass = {}
