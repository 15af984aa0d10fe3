import { KeeperRefusal } from '@latchkey/keeper'
import type { Agent } from '../agent.ts'
import { sayWhyAgain } from './say-why-again.ts'

/**
 * Have the person type their PIN until it is right, they give up, or no more may be tried.
 *
 * @param question what they agree to by it
 * @returns whether the vault was opened by them, now
 */
export async function unlock(
  agent: Pick<Agent, 'terminal' | 'words' | 'vault'>,
  question: string = agent.words.agent.pin.ask,
): Promise<boolean> {
  for (;;) {
    const pin = await agent.terminal.askSecret(question)
    if (pin === undefined || pin === '') return false
    try {
      await agent.vault.unlock({ pin })
      return true
    } catch (cause) {
      if (!(cause instanceof KeeperRefusal)) throw cause
      sayWhyAgain(agent, cause)
      if (cause.code !== 'unlock_wrong') return false
    }
  }
}

/** Open the vault, or set the PIN of a device that has none yet. @returns whether it is open */
export async function unlockOrSetUp(agent: Pick<Agent, 'terminal' | 'words' | 'vault'>): Promise<boolean> {
  const { unlocksWith } = await agent.vault.state()
  return unlocksWith.length > 0 ? await unlock(agent) : await choosePin(agent)
}

async function choosePin({ terminal, words, vault }: Pick<Agent, 'terminal' | 'words' | 'vault'>) {
  const { pin: said } = words.agent
  for (;;) {
    const pin = await terminal.askSecret(said.choose)
    if (pin === undefined || pin === '') return false
    if ((await terminal.askSecret(said.again)) !== pin) {
      terminal.say(said.differs)
      continue
    }
    try {
      await vault.setLock({ pin })
      return true
    } catch (cause) {
      if (!(cause instanceof KeeperRefusal)) throw cause
      if (cause.code !== 'pin_too_short' && cause.code !== 'pin_too_simple') throw cause
      terminal.say(cause.code === 'pin_too_short' ? said.tooShort : said.tooSimple)
    }
  }
}
