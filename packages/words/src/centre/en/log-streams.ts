/** The admin centre, about log streams. */
export const logStreams = {}
