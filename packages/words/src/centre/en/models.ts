/** The admin centre, about models. */
export const models = {}
