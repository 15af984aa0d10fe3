/** The mails we send. */
export const mailWords = {}
