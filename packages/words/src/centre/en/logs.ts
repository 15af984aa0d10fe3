/** The admin centre, about logs. */
export const logs = {}
