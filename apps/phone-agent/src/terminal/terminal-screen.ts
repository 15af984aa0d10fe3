import type { Account } from '@latchkey/ctap'
import type { Question, Screen, ScreenAnswer } from '@latchkey/keeper'
import type { AuthenticatorWords } from '@latchkey/words/authenticator'
import { sayWhyAgain } from './say-why-again.ts'
import type { Terminal } from './terminal.ts'

/**
 * Ask the person on the terminal: what for, by whom, with which account. Who has to prove who they are types the PIN,
 * which is the yes as well; an empty line is a no.
 */
export function terminalScreen(terminal: Terminal, words: AuthenticatorWords): Screen {
  return {
    async ask(question) {
      if (question.again !== undefined) sayWhyAgain({ terminal, words }, question.again)
      else showQuestion(terminal, words, question)
      const account = question.again === undefined ? await chooseAccount(terminal, words, question) : 0
      if (account === undefined) return { outcome: 'denied' }
      const answer = await agree(terminal, words, question)
      const isChoice = (question.accounts?.length ?? 0) > 0
      return answer.outcome === 'agreed' && isChoice ? { ...answer, account } : answer
    },
  }
}

function showQuestion(terminal: Terminal, { agent }: AuthenticatorWords, question: Question): void {
  const { purpose, rpId, rpName, user, accounts = [] } = question
  const makes = purpose === 'make_credential'
  const [only] = accounts.length === 1 ? accounts : [user]
  terminal.show({
    heading: makes ? agent.answer.makeHeading : agent.answer.getHeading,
    facts: [
      ...(rpId === undefined ? [] : [[agent.facts.site, rpId] as const]),
      // A name is what the site says of itself; where it is, is what the browser says of it.
      ...(rpName === undefined || rpName === rpId ? [] : [[agent.facts.siteCallsItself, rpName] as const]),
      ...(only === undefined ? [] : [[agent.facts.account, nameOf(only)] as const]),
      [agent.facts.action, makes ? agent.answer.make : agent.answer.get],
    ],
  })
}

/** @returns its number; `undefined` if none was taken */
async function chooseAccount(
  terminal: Terminal,
  { agent }: AuthenticatorWords,
  { accounts = [], signal }: Question,
): Promise<number | undefined> {
  if (accounts.length <= 1) return 0
  for (const [i, account] of accounts.entries()) terminal.say(`${i + 1}. ${nameOf(account)}`)
  const number = Number(await terminal.ask(agent.answer.whichAccount, signal))
  return Number.isInteger(number) && number >= 1 && number <= accounts.length ? number - 1 : undefined
}

async function agree(
  terminal: Terminal,
  { agent }: AuthenticatorWords,
  { secret, signal }: Question,
): Promise<ScreenAnswer> {
  if (secret === 'not_needed') {
    const said = await terminal.ask(agent.answer.agree, signal)
    return said?.trim().toLowerCase() === agent.answer.yes ? { outcome: 'agreed' } : { outcome: 'denied' }
  }
  const pin = await terminal.askSecret(agent.answer.approve, signal)
  return pin === undefined || pin === '' ? { outcome: 'denied' } : { outcome: 'agreed', secret: { pin } }
}

function nameOf({ name, displayName }: Account): string {
  if (name === undefined || displayName === undefined || name === displayName)
    return name ?? displayName ?? '?'
  return `${name} (${displayName})`
}
