/** The admin centre, about domains. */
export const domains = {}
