/** Why the keeper said no. The names are stable: surfaces put them into words. */
export type KeeperRefusalCode =
  /** The keeper is locked, and this needs what it keeps sealed. */
  | 'locked'
  /** There is no PIN and no passkey to unlock with yet. */
  | 'lock_not_set_up'
  /** A PIN that is shorter than six characters, or longer than sixty-four. */
  | 'pin_too_short'
  /** A PIN everybody tries first: one character again and again, or a run such as 123456. */
  | 'pin_too_simple'
  /** Another PIN, or another passkey, than what locks here. `triesLeft` says how often it may be tried again. */
  | 'unlock_wrong'
  /** Too many wrong ones: not before `retryAt`. */
  | 'unlock_waits'
  /** Too many wrong ones: the passkeys and the keys of this device were deleted. Accounts have to be registered again. */
  | 'wiped'
  /** The lock cannot go: it seals keys or links that are here. */
  | 'lock_needed'
  /** No account like that is kept here. */
  | 'account_unknown'
  /** The account is here, and this device is not registered for it (any more). */
  | 'device_not_registered'
  /** What was kept is not readable, or was written by a newer version. */
  | 'storage_unreadable'
  /** A secret that was sealed for something else, or with another key. */
  | 'seal_broken'
  /** The server's answer is not of the contract. */
  | 'answer_unreadable'
  /** The server does not know this link any more: it is to be forgotten. */
  | 'link_gone'
  /** The new passkey was refused by the server, and is deleted here again. `cause` says why. */
  | 'passkey_refused'

/** What a refusal may carry besides its name. */
export interface KeeperRefusalOptions extends ErrorOptions {
  readonly triesLeft?: number
  readonly retryAt?: Date
}

/** What the keeper does not do, for a reason people may be told. */
export class KeeperRefusal extends Error {
  override readonly name = 'KeeperRefusal'
  readonly code: KeeperRefusalCode
  readonly triesLeft: number | undefined
  readonly retryAt: Date | undefined

  constructor(code: KeeperRefusalCode, options: KeeperRefusalOptions = {}) {
    super(code, options)
    this.code = code
    this.triesLeft = options.triesLeft
    this.retryAt = options.retryAt
  }
}
