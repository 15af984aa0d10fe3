/** The admin centre, about devices. */
export const devices = {}
