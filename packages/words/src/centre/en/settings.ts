/** The admin centre, about settings. */
export const settings = {}
