/** Security info, about activity. */
export const activity = {}
