/** Setting up an organisation. */
export const welcomeWords = {}
