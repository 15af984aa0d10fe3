import { isLinkCode, readLinkCode } from '@latchkey/ctap/hybrid'
import {
  accountIdOf,
  deviceApi,
  type KeptAccount,
  linkApi,
  putAuthenticatorLink,
  readLink,
} from '@latchkey/keeper'
import type { Agent } from '../agent.ts'
import { findCode } from '../commands/find-code.ts'
import type { PictureSource } from '../qr/take-picture.ts'
import { unlock } from '../terminal/unlock.ts'
import { linkDeps } from './link-deps.ts'

/**
 * Read the code that a signed-in browser shows for linking, and remember the browser once its digits were typed here.
 *
 * @returns whether it is linked
 */
export async function link(agent: Agent, source: PictureSource): Promise<boolean> {
  const { terminal, words } = agent
  terminal.say(words.agent.scan.looking)
  const text = await findCode(agent, source, { isWanted: isLinkCode })
  if (text === undefined || !isLinkCode(text)) {
    terminal.say(text === undefined ? words.agent.scan.none : words.links.agent.notOne)
    return false
  }
  return await linkByText(agent, text)
}

/** @throws HybridRefusal, KeeperRefusal, ApiProblem: `link_mismatch` if somebody stood between */
async function linkByText(agent: Agent, text: string): Promise<boolean> {
  const { accounts, terminal, vault, words } = agent
  const { agent: said } = words.links
  const { server } = readLinkCode(text)
  const account = await chooseAccount(agent, server)
  if (account === undefined) return false
  // Whoever shows a code of their own on a page of theirs gets neither our digits nor the server's yes.
  terminal.say(said.onlyOwn({ server }))
  if (!(await unlock(agent))) return stop(agent)
  try {
    const api = linkApi(await deviceApi(accounts, account))
    const device = { name: account.device.name, serverUrls: [account.serverUrl] }
    const met = await readLink(linkDeps(agent), () => api, { text, device })
    const typed = (await terminal.ask(said.digits))?.replaceAll(/\s/g, '') ?? ''
    if (typed === '') return stop(agent)
    const made = await met.confirm(typed)
    if (made !== undefined) {
      // The person may have taken longer to read than the vault stays open by itself.
      if (!vault.isOpen() && !(await unlock(agent))) {
        await api.remove(made.linkId)
        return stop(agent)
      }
      await putAuthenticatorLink(agent.engine, accountIdOf(account), made)
    }
    terminal.say(made === undefined ? said.wrong : said.linked)
    return made !== undefined
  } finally {
    vault.lock()
  }
}

function stop({ terminal, words }: Agent): false {
  terminal.say(words.links.agent.stopped)
  return false
}

/** The account that the code is for. Nobody is asked where only one lives there. */
async function chooseAccount(
  { accounts, terminal, words }: Agent,
  server: string,
): Promise<KeptAccount | undefined> {
  const { agent: said } = words.links
  const there = (await accounts.store.read()).accounts.filter(({ serverUrl }) => serverUrl === server)
  if (there.length === 0) terminal.say(said.noAccount({ server }))
  if (there.length <= 1) return there[0]
  for (const [i, { account }] of there.entries()) terminal.say(`${i + 1}. ${account.userName}`)
  return there[Number(await terminal.ask(said.which)) - 1]
}
