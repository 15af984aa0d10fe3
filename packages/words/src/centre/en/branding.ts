/** The admin centre, about branding. */
export const branding = {}
