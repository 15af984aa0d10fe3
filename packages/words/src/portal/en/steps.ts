/** Security info, about steps. */
export const steps = {}
