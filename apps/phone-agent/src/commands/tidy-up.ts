import { ApiProblem } from '@latchkey/api'
import { cleanUpAccount, KeeperRefusal, type KeptAccount, renewWhenDue } from '@latchkey/keeper'
import type { Agent } from '../agent.ts'

/**
 * Compare what is kept here with what the servers know, and say what was cleaned up. For when the vault is open. A server
 * that cannot be reached is asked another time.
 */
export async function tidyUp(agent: Pick<Agent, 'accounts' | 'terminal' | 'words'>): Promise<void> {
  const { accounts } = await agent.accounts.store.read()
  for (const kept of accounts) {
    try {
      await tidyAccount(agent, kept)
    } catch (cause) {
      if (!(cause instanceof ApiProblem || cause instanceof KeeperRefusal)) throw cause
    }
  }
}

async function tidyAccount(
  { accounts, terminal, words }: Pick<Agent, 'accounts' | 'terminal' | 'words'>,
  kept: KeptAccount,
): Promise<void> {
  if (kept.deviceKey === undefined) return
  const { tidy } = words.agent
  const { answer, deleted } = await cleanUpAccount(accounts, kept)
  for (const { userName, rpId } of deleted) terminal.say(tidy.deleted({ passkey: userName ?? rpId }))
  if (answer === undefined) terminal.say(tidy.unregistered({ account: kept.account.userName }))
  else await renewWhenDue(accounts, { ...kept, device: answer.device })
}
