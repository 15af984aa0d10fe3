import { KeeperRefusal } from '@latchkey/keeper'
import type { AuthenticatorWords } from '@latchkey/words/authenticator'

/** Say what was wrong with a PIN, old or new. */
export function sayUnlockRefusal(
  { unlock }: AuthenticatorWords,
  refusal: unknown,
  now: Date,
): string | undefined {
  if (!(refusal instanceof KeeperRefusal)) return undefined
  const { retryAt, triesLeft = 0 } = refusal
  if (retryAt !== undefined) {
    return unlock.waits({ minutes: Math.max(1, Math.ceil((retryAt.getTime() - now.getTime()) / 60_000)) })
  }
  switch (refusal.code) {
    case 'unlock_wrong':
      return unlock.wrong({ count: triesLeft })
    case 'pin_too_short':
      return unlock.pinTooShort
    case 'pin_too_simple':
      return unlock.pinTooSimple
    case 'wiped':
      return unlock.wipedTitle
    default:
      return undefined
  }
}
