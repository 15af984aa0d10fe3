/** Security info, about new phone. */
export const newPhone = {}
