import { ApiProblem } from '@latchkey/api'
import { deviceApi, type Kept, type KeptCredential, removeCredential } from '@latchkey/keeper'
import type { Agent } from '../agent.ts'
import { unlock } from '../terminal/unlock.ts'
import { tidyUp } from './tidy-up.ts'

/**
 * Delete a passkey here and at the organisation, after the PIN. The organisation decides first: what it keeps, such as
 * the only way in, is kept here too.
 *
 * @param which its number in `list`, or its credential ID
 * @returns whether it was deleted
 * @throws ApiProblem if the organisation said no, or cannot be reached: nothing was deleted
 */
export async function remove(agent: Agent, which: string | undefined): Promise<boolean> {
  const { accounts, terminal, words } = agent
  const { remove: said, facts } = words.agent
  const kept = await accounts.store.read()
  const credential = await choosePasskey(agent, kept, which)
  if (credential === undefined) {
    terminal.say(said.kept)
    return false
  }
  const { rpId, user } = credential
  terminal.show({
    heading: said.heading,
    facts: [
      [facts.site, rpId],
      [facts.account, user.name ?? '?'],
    ],
  })
  terminal.say(said.both)
  if (!(await unlock(agent, said.confirm))) {
    terminal.say(said.kept)
    return false
  }
  try {
    const isTold = await tellOrganisation(agent, kept, credential)
    await removeCredential(accounts.store, credential.id)
    terminal.say(said.done)
    if (!isTold) terminal.say(said.otherSite)
    await tidyUp(agent)
    return true
  } finally {
    agent.vault.lock()
  }
}

async function choosePasskey(
  agent: Agent,
  { credentials }: Kept,
  which: string | undefined,
): Promise<KeptCredential | undefined> {
  const { terminal, words } = agent
  const { remove: said, list } = words.agent
  const find = (text: string) => credentials.find(({ id }) => id === text) ?? credentials[Number(text) - 1]
  if (credentials.length === 0) terminal.say(list.noPasskeys)
  if (which !== undefined || credentials.length === 0) return find(which ?? '')
  for (const [i, { rpId, user }] of credentials.entries()) {
    terminal.say(`${i + 1}. ${user.name ?? '?'} · ${rpId}`)
  }
  return find((await terminal.ask(said.which)) ?? '')
}

/** @returns whether there was an organisation to tell */
async function tellOrganisation(
  { accounts }: Agent,
  kept: Kept,
  { id, rpId, user }: KeptCredential,
): Promise<boolean> {
  const owner = kept.accounts.find(
    ({ account, deviceKey }) =>
      deviceKey !== undefined && account.rpId === rpId && account.userHandle === user.id,
  )
  if (owner === undefined) return false
  const api = await deviceApi(accounts, owner)
  await api.removePasskey(id).catch((cause) => {
    // It was deleted there before.
    if (!(cause instanceof ApiProblem && cause.status === 404)) throw cause
  })
  return true
}
