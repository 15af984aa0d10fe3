/** Security info, about methods. */
export const methods = {}
