/** How long what the provider gives out lives, in seconds. */
export const lifetimes = {
  /** Redeemed at once by the app. */
  authorizationCode: 2 * 60,
  accessToken: 60 * 60,
  idToken: 60 * 60,
  /** From the authorization on, however often it is used. A session that ends ends it before. */
  refreshToken: 90 * 24 * 60 * 60,
  /** For apps that run in a browser, where a token is easier to steal; not counted anew. */
  refreshTokenOfSpa: 24 * 60 * 60,
  deviceCode: 15 * 60,
  /** From the app's request to its answer, sign-in included. */
  interaction: 60 * 60,
} as const

/** How long what is past its time is kept, so that it is told apart from what never was. */
export const graceSeconds = 10 * 60
