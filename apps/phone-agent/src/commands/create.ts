import { createPasskey, type KeptAccount, newAuthenticatorApi } from '@latchkey/keeper'
import type { Agent } from '../agent.ts'
import { terminalScreen } from '../terminal/terminal-screen.ts'
import { signInHere } from './add.ts'
import { tidyUp } from './tidy-up.ts'

/** Create a passkey for an account of this device, without a QR code. @returns whether it was registered */
export async function create(agent: Agent, which: string | undefined): Promise<boolean> {
  const { accounts, terminal, words } = agent
  const { create: said, answer } = words.agent
  const kept = await chooseAccount(agent, which)
  if (kept === undefined) return false
  const { account, serverUrl } = kept
  terminal.say(said.signIn)
  const accessToken = await signInHere(agent, new URL(serverUrl), account.userName)
  const api = newAuthenticatorApi(accounts, { serverUrl, caller: { by: 'token', accessToken } })
  try {
    const screen = terminalScreen(terminal, words)
    const { name } = await createPasskey({ ...agent.engine, screen }, api, { account })
    terminal.say(said.done)
    terminal.say(said.named({ name }))
    await tidyUp(agent)
    return true
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause
    terminal.say(cause.name === 'InvalidStateError' ? answer.exists : answer.denied)
    return false
  } finally {
    agent.vault.lock()
  }
}

/** The only one, the one that was named, or the one that is chosen now. */
async function chooseAccount(
  { accounts: { store }, terminal, words }: Agent,
  which: string | undefined,
): Promise<KeptAccount | undefined> {
  const { create: said, list } = words.agent
  const { accounts } = await store.read()
  const find = (text: string) =>
    accounts.find(({ account }) => account.userName === text) ?? accounts[Number(text) - 1]
  if (accounts.length === 0) terminal.say(list.noAccounts)
  if (which !== undefined) return find(which)
  if (accounts.length <= 1) return accounts[0]
  for (const [i, { account }] of accounts.entries()) {
    terminal.say(`${i + 1}. ${account.userName} (${account.organisation})`)
  }
  return find((await terminal.ask(said.which)) ?? '')
}
