/** Security info, about passkey. */
export const passkey = {}
