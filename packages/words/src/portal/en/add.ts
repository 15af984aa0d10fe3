/** Security info, about add. */
export const add = {}
