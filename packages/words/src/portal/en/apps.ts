/** Security info, about apps. */
export const apps = {}
