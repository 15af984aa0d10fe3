/** The admin centre, about apps. */
export const apps = {}
