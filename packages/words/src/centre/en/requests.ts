/** The admin centre, about requests. */
export const requests = {}
