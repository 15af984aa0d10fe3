import type { KeeperRefusal } from '@latchkey/keeper'
import type { Agent } from '../agent.ts'

/** Say why a PIN did not do. */
export function sayWhyAgain(
  { terminal, words }: Pick<Agent, 'terminal' | 'words'>,
  { code, triesLeft, retryAt }: KeeperRefusal,
): void {
  const { pin } = words.agent
  const time = (retryAt ?? new Date()).toLocaleTimeString(words.language)
  if (code === 'unlock_wrong') terminal.say(pin.wrong({ triesLeft: String(triesLeft ?? 0) }))
  if (retryAt !== undefined) terminal.say(pin.waits({ time }))
  if (code === 'wiped') terminal.say(pin.wiped)
  if (code === 'lock_not_set_up') terminal.say(pin.none)
}
