import type { Agent } from '../agent.ts'

/** Show the accounts and the passkeys that are kept here. Neither the server nor the PIN is asked. */
export async function list({ accounts, terminal, words }: Agent): Promise<boolean> {
  const { list: said, facts } = words.agent
  const kept = await accounts.store.read()
  if (kept.accounts.length === 0) terminal.say(said.noAccounts)
  for (const { account, serverUrl } of kept.accounts) {
    terminal.show({
      heading: account.userName,
      facts: [
        [facts.organisation, account.organisation],
        [facts.site, serverUrl],
      ],
    })
  }
  terminal.say('')
  terminal.say(said.passkeys)
  if (kept.credentials.length === 0) terminal.say(said.noPasskeys)
  for (const [i, { rpId, user, createdAt, signCount }] of kept.credentials.entries()) {
    const created = new Date(createdAt).toLocaleDateString(words.language)
    terminal.say(`${i + 1}. ${user.name ?? '?'} · ${rpId} · ${created} · ${facts.used}: ${signCount}`)
  }
  return true
}
