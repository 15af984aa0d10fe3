import type { Authenticator } from '@latchkey/ctap'
import {
  type InTurn,
  type KeptAuthenticatorLink,
  keepListening,
  linkApi,
  newTurns,
  openAuthenticatorLink,
  openEngine,
  type Question,
  type ScreenAnswer,
  signingOnly,
  webLinkDeps,
} from '@latchkey/keeper'
import type { Phone } from '../phone/open-phone.ts'
import { ownEngine } from './own-engine.ts'

/** What a linked browser asks the person at this phone. */
export interface Call {
  /** What the browser is called. */
  readonly browser: string
  readonly question: Question
  answer(answer: ScreenAnswer): void
}

/** Who is at this phone. */
export interface Somebody {
  /** Asked; and told `undefined` once it is asked no more, whoever ended it. */
  ask(call: Call | undefined): void
  /** Told that what was asked for was signed. */
  signed(): void
  /** Told that a link was forgotten, because the organisation knows it no more. */
  forgotten(): void
}

/** Of CTAP. */
const getAssertion = 0x02

/**
 * Listen to the linked browsers until `signal`, and have somebody answer them with the keys of this app. The app is
 * unlocked, which opens the links; the keys take the PIN, or the passkey of the phone, each time anew.
 *
 * @throws KeeperRefusal `locked`
 */
export async function answerCalls(phone: Phone, somebody: Somebody, signal: AbortSignal): Promise<void> {
  const { accounts } = await phone.read()
  const inTurn = newTurns()
  const all = accounts.flatMap(({ id, links }) => links.map((link) => ({ id, link })))
  await Promise.all(all.map(({ id, link }) => answerLink(phone, somebody, { id, link, inTurn, signal })))
}

async function answerLink(
  phone: Phone,
  somebody: Somebody,
  {
    id,
    link: kept,
    inTurn,
    signal,
  }: {
    readonly id: string
    readonly link: KeptAuthenticatorLink
    readonly inTurn: InTurn
    readonly signal: AbortSignal
  },
): Promise<void> {
  const { keeper } = phone
  const link = await openAuthenticatorLink(keeper.vault, kept)
  const api = linkApi(await phone.api(id))
  const listening = keepListening(
    { ...webLinkDeps(keeper), store: keeper.store, pause: (milliseconds) => rest(milliseconds, signal) },
    {
      link,
      api,
      signal,
      answering: (browser) => asking(phone, somebody, { browser, inTurn }),
      onForgotten: () => somebody.forgotten(),
    },
  )
  await listening.over
}

/** The engine behind the app's dialog. It is opened for each ceremony: accounts and certificates change. */
function asking(
  phone: Phone,
  somebody: Somebody,
  { browser, inTurn }: { readonly browser: string; readonly inTurn: InTurn },
): Pick<Authenticator, 'answer'> {
  const ask = (question: Question) => askSomebody(somebody, browser, question)
  let engine: Authenticator | undefined
  return signingOnly({
    answer: (request, signal) =>
      inTurn(async () => {
        const [command] = request
        if (engine === undefined || command === getAssertion) {
          engine = await openEngine({ ...ownEngine(phone), screen: { ask } })
        }
        const answer = await engine.answer(request, signal)
        if (command === getAssertion && answer[0] === 0) somebody.signed()
        return answer
      }),
  })
}

function askSomebody(somebody: Somebody, browser: string, question: Question): Promise<ScreenAnswer> {
  return new Promise((resolve) => {
    const answer = (given: ScreenAnswer) => {
      question.signal.removeEventListener('abort', takeBack)
      somebody.ask(undefined)
      resolve(given)
    }
    const takeBack = () => answer({ outcome: 'denied' })
    if (question.signal.aborted) return takeBack()
    question.signal.addEventListener('abort', takeBack, { once: true })
    somebody.ask({ browser, question, answer })
  })
}

function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => resolve(clearTimeout(timer)), { once: true })
  })
}
