/** So many attempts in so many seconds. */
export interface Limit {
  readonly attempts: number
  readonly windowSeconds: number
}

/**
 * How often secrets may be tried. Passkeys are exempt from the counters of accounts: a signature cannot be guessed, and
 * nobody may be locked out of their passkey by somebody who knows their name.
 *
 * The counters are stored: they survive a restart and are shared by all nodes. An attempt is counted before the secret
 * is looked at, so that guesses made in parallel count too.
 */
export const limits = {
  /**
   * Per account and method. A person who mistypes gets further after ten minutes; a guesser has 1440 tries a day: against
   * a pass of ten characters of an alphabet of 54 (2e17) nothing, against six digits with three codes valid at a time
   * half a percent a day, and it needs the password first.
   */
  account: { attempts: 10, windowSeconds: 600 },
  /**
   * Per network (IPv4 /24, IPv6 /56), over all accounts of a tenant: what one attacker with one network can spray.
   * A success is given back, so an office behind one address may sign in at nine o'clock all at once.
   */
  network: { attempts: 100, windowSeconds: 600 },
  /** Requests for passes: each may mail a person and the help desk, and nobody needs many. */
  requestsOfName: { attempts: 3, windowSeconds: 3600 },
  /** Approvals: each rings a phone. What is over is a page that asks again and again. */
  approvalsOfPerson: { attempts: 10, windowSeconds: 600 },
  approvalsOfNetwork: { attempts: 100, windowSeconds: 600 },
  requestsOfNetwork: { attempts: 20, windowSeconds: 3600 },
  /** Files of metadata that an organisation's administrators send, those that are refused included. */
  metadataUploads: { attempts: 10, windowSeconds: 3600 },
} satisfies Record<string, Limit>

/**
 * How many failures are written to the sign-in log per minute; those over are counted, and the next one that is written
 * says how many. A flood must not fill the disk.
 */
export const failuresPerMinute = {
  /** Of one known person: more than an account's limits let through, but for passkeys, which have none. */
  ofPerson: 30,
  /** Of names we do not know and answers that belong to nobody, per tenant. */
  anonymous: 60,
}
