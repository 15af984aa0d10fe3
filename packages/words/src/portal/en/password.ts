/** Security info, about password. */
export const password = {}
