/** Security info, about codes. */
export const codes = {}
