/** The admin centre, about methods. */
export const methods = {}
