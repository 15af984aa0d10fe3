/** Security info: the sign-in methods a person has. */
export const securityInfoWords = {}
