import { addAccount, newAuthenticatorApi } from '@latchkey/keeper'
import type { Agent } from '../agent.ts'
import { signIn } from '../browser/sign-in.ts'
import { unlockOrSetUp } from '../terminal/unlock.ts'

/** Sign in with the browser and register this device for the account. @returns whether it was added */
export async function add(
  agent: Agent,
  { server, deviceName }: { readonly server: URL; readonly deviceName?: string },
): Promise<boolean> {
  const { accounts, terminal, words, device } = agent
  const { add: said } = words.agent
  if (!(await unlockOrSetUp(agent))) return false
  const accessToken = await signInHere(agent, server)
  // The sign-in may have taken longer than the vault stays open by itself.
  if (!agent.vault.isOpen() && !(await unlockOrSetUp(agent))) return false
  const serverUrl = server.origin
  const api = newAuthenticatorApi(accounts, { serverUrl, caller: { by: 'token', accessToken } })
  const names = { ...device, name: deviceName ?? device.name }
  const { account, device: registered } = await addAccount(accounts, api, { serverUrl, ...names })
  const { userName, organisation } = account
  terminal.say(said.added({ account: userName, organisation }))
  terminal.say(said.keysIn[registered.evidence])
  terminal.say(said.next)
  return true
}

/** Have the person sign in, in the browser. @returns an access token */
export async function signInHere(agent: Agent, server: URL, userName?: string): Promise<string> {
  const { accounts, openBrowser, words, terminal } = agent
  const { fetch, subtle, random } = accounts
  const { add: said } = words.agent
  return await signIn(
    {
      fetch,
      subtle,
      random,
      async openBrowser(url) {
        terminal.say(said.open)
        terminal.sayAddress(url)
        terminal.say(said.waiting)
        await openBrowser(url)
      },
    },
    {
      server,
      words: { title: said.tabTitle, text: said.tabText },
      ...(userName !== undefined && { userName }),
    },
  )
}
