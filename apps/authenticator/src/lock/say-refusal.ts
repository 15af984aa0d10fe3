import { KeeperRefusal } from '@latchkey/keeper'
import type { AuthenticatorWords } from '@latchkey/words/authenticator'

type LockWords = AuthenticatorWords['shell']['lock']

/** Say in words why the lock did not do what it was asked. */
export function sayRefusal(refusal: unknown, text: LockWords): string {
  if (!(refusal instanceof KeeperRefusal)) throw refusal
  switch (refusal.code) {
    case 'unlock_wrong':
      return refusal.triesLeft === undefined ? text.notUnlocked : text.wrongPin({ count: refusal.triesLeft })
    case 'unlock_waits':
      return text.waits({ seconds: secondsUntil(refusal.retryAt) })
    case 'pin_too_short':
      return text.tooShort
    case 'pin_too_simple':
      return text.tooSimple
    case 'lock_needed':
      return text.needed
    default:
      throw refusal
  }
}

function secondsUntil(at: Date | undefined): number {
  return Math.max(1, Math.ceil(((at?.getTime() ?? 0) - Date.now()) / 1000))
}
