import type { Authenticator } from '@latchkey/ctap'
import {
  type AuthenticatorLink,
  deviceApi,
  type InTurn,
  type KeptAccount,
  type KeptAuthenticatorLink,
  keepListening,
  type LinkApi,
  linkApi,
  openAuthenticatorLink,
  openEngine,
} from '@latchkey/keeper'
import type { Agent } from '../agent.ts'
import { terminalScreen } from '../terminal/terminal-screen.ts'
import { unlock } from '../terminal/unlock.ts'
import { toResult } from '../tunnel/answer-code.ts'
import { linkDeps } from './link-deps.ts'

/** Linked browsers that may call. */
export interface Answering {
  /** How many there were when it began. */
  readonly count: number
  /** Until all of them were forgotten, or this was stopped. */
  readonly over: Promise<void>
  stop(): void
}

/** A link that is open, and the server's routes as the device of its account. */
interface OpenLink {
  readonly link: AuthenticatorLink
  readonly api: LinkApi
}

/**
 * Wait for the linked browsers, and answer each that calls: on this screen, with this PIN. The PIN opens the links once,
 * at the beginning; the passkeys it opens for each answer anew.
 *
 * @param inTurn whoever else asks on this terminal
 */
export async function answerCalls(agent: Agent, inTurn: InTurn): Promise<Answering> {
  const { terminal, words } = agent
  const { agent: said } = words.links
  const opened = await openLinks(agent)
  const stopped = new AbortController()
  const deps = { ...linkDeps(agent), store: agent.accounts.store, pause: agent.pause }
  const all = opened.map(({ link, api }) =>
    keepListening(deps, {
      link,
      api,
      answering: (name) => askingInTurn(agent, inTurn, name),
      onForgotten: (name) => terminal.say(said.forgotten({ name: name || link.serverUrl })),
      signal: stopped.signal,
    }),
  )
  const begun = await Promise.all(all.map(({ begun }) => begun))
  const listening = all.filter((_, at) => begun[at])
  if (listening.length > 0) {
    const names = listening.map(({ name }) => name()).filter((name) => name !== '')
    terminal.say(said.listening({ names: names.join(', ') }))
  }
  return {
    count: listening.length,
    over: Promise.all(all.map(({ over }) => over)).then(() => undefined),
    stop: () => stopped.abort(),
  }
}

/** Open what the PIN opens, and hold it: who is called has to be there. */
async function openLinks(agent: Agent): Promise<readonly OpenLink[]> {
  const { accounts, vault, words } = agent
  const kept = await accounts.store.read()
  const links = (kept.authenticatorLinks ?? []).flatMap((link) => {
    const account = kept.accounts.find((one) => isOf(link, one) && one.deviceKey !== undefined)
    return account === undefined ? [] : [{ link, account }]
  })
  if (links.length === 0 || !(await unlock(agent, words.links.agent.openToListen))) return []
  try {
    return await Promise.all(
      links.map(async ({ link, account }) => ({
        link: await openAuthenticatorLink(vault, link),
        api: linkApi(await deviceApi(accounts, account)),
      })),
    )
  } finally {
    vault.lock()
  }
}

function isOf(link: KeptAuthenticatorLink, { serverUrl, account }: KeptAccount): boolean {
  return link.serverUrl === serverUrl && link.tenantId === account.tenantId && link.userId === account.userId
}

/** The engine behind the terminal. It is opened for each ceremony: accounts and certificates change. */
function askingInTurn(agent: Agent, inTurn: InTurn, name: string): Pick<Authenticator, 'answer'> {
  const { terminal, vault, words, engine: deps } = agent
  let engine: Authenticator | undefined
  return {
    answer: (request, signal) =>
      inTurn(async () => {
        const isCeremony = isAsked(request)
        const takeBack = isCeremony ? sayWhoCalls(agent, name) : undefined
        try {
          if (engine === undefined || isCeremony) {
            engine = await openEngine({ ...deps, screen: terminalScreen(terminal, words) })
          }
          const answer = await engine.answer(request, signal)
          const result = toResult(request[0], answer[0])
          if (result !== undefined) terminal.say(words.agent.answer[result])
          return answer
        } finally {
          takeBack?.()
          vault.lock()
        }
      }),
  }
}

/** Say it here, and to whoever looks elsewhere: there it names the browser, and nothing of the account. */
function sayWhoCalls({ terminal, notices, words }: Agent, name: string): () => void {
  const { agent: said } = words.links
  terminal.say(said.called({ name }))
  return notices.show({ title: said.noticeTitle({ name }), text: said.noticeText })
}

/** Whether somebody has to be asked: to make a credential, or to sign with one. */
const isAsked = ([command]: Uint8Array) => command === 0x01 || command === 0x02
