/**
 * Why a tunnel ended, as a close code of WebSockets. From 4400 on they are a status of HTTP and 4000: who speaks in
 * band is told so after the upgrade, because a browser does not see the answer to one.
 */
export const closeCode = {
  done: 1000,
  goingAway: 1001,
  unsupported: 1003,
  tooMuch: 1009,
  badRequest: 4400,
  notFound: 4404,
  timedOut: 4408,
  conflict: 4409,
  gone: 4410,
  tooMany: 4429,
  full: 4503,
} as const

export type RefusalCode = Exclude<(typeof closeCode)[keyof typeof closeCode], 1000 | 1001 | 1003 | 1009>

/** The status of HTTP that a refusal is. */
export const statusOfClose = (code: RefusalCode): number => code - 4000
