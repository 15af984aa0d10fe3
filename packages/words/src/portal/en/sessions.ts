/** Security info, about sessions. */
export const sessions = {}
