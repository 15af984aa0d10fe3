import {
  type Answered,
  type Asked,
  type Ceremony,
  ceremonyChannel,
  consentChannel,
  type FromConsent,
  type ToConsent,
} from '../messages.ts'
import type { Conversation, Sender } from '../web-extension.ts'
import { readAsked } from './read-asked.ts'

/** What brings a ceremony before the person. */
export interface CeremonyDeps {
  readonly now: () => Date
  newId(): string
  /** Whether an account here belongs to this relying party, with pages on this origin. */
  isOurs(page: { readonly origin: string; readonly rpId: string }): Promise<boolean>
  /** Open the consent window. @returns its id */
  openWindow(ceremonyId: string): Promise<number | undefined>
  closeWindow(windowId: number): Promise<void>
  /** Whether this is a page of our own, and not one that says so. */
  isOwnPage(sender: Sender | undefined): boolean
}

/** The one ceremony the person is asked about. */
interface Pending {
  readonly ceremony: Ceremony
  windowId?: number | undefined
  answer(answered: Answered): void
}

/** Ceremonies: at most one at a time stands before the person. */
export interface Ceremonies {
  /** Take a conversation, if it is one of ours. */
  onConnect(conversation: Conversation<unknown, unknown>): void
  onWindowClosed(windowId: number): void
  /** Ask the person. Resolves when they have answered, or it is too late. */
  ask(page: { readonly origin: string }, asked: Asked, signal: AbortSignal): Promise<Answered>
}

const shortestSeconds = 30
const longestSeconds = 600
const usualSeconds = 300

const refused = (message: string): Answered => ({ outcome: 'refused', name: 'NotAllowedError', message })
/** What browsers say whatever the reason is: a page cannot tell a no from a silence. */
const notCompleted = refused('The operation either timed out or was not allowed.')

export function newCeremonies(deps: CeremonyDeps): Ceremonies {
  let pending: Pending | undefined

  async function ask(
    { origin }: { readonly origin: string },
    asked: Asked,
    signal: AbortSignal,
  ): Promise<Answered> {
    const rpId = rpIdOf(origin, asked)
    // Somebody else’s passkeys, or a page that is not the organisation’s: nothing of ours.
    if (!(await deps.isOurs({ origin, rpId })) || !isForUs(asked)) return { outcome: 'native' }
    if (pending !== undefined) return refused('A request is already pending.')

    const milliseconds = patienceOf(asked)
    const ceremony = { id: deps.newId(), origin, asked, until: deps.now().getTime() + milliseconds }
    const { promise, resolve } = Promise.withResolvers<Answered>()
    const mine: Pending = { ceremony, answer: resolve }
    pending = mine
    const impatience = setTimeout(() => resolve(notCompleted), milliseconds)
    signal.addEventListener('abort', () => resolve(notCompleted), { once: true })
    try {
      mine.windowId = await deps.openWindow(ceremony.id)
      if (signal.aborted) resolve(notCompleted)
      return await promise
    } catch {
      // No window came: nobody was asked, and the page must not wait for ever.
      return notCompleted
    } finally {
      clearTimeout(impatience)
      pending = undefined
      if (mine.windowId !== undefined) await deps.closeWindow(mine.windowId).catch(() => undefined)
    }
  }

  function takeFromPage(conversation: Conversation<unknown, Answered>): void {
    const { sender } = conversation
    const origin = originOf(sender)
    const closed = new AbortController()
    conversation.onDisconnect.addListener(() => closed.abort())
    conversation.onMessage.addListener(async (message) => {
      const asked = readAsked(message)
      // Frames are never injected into; who comes from one was put there by somebody else.
      const isWelcome = asked !== undefined && origin !== undefined && sender?.frameId === 0
      const answered = isWelcome
        ? await ask({ origin }, asked, closed.signal)
        : ({ outcome: 'native' } as const)
      if (!closed.signal.aborted) conversation.postMessage(answered)
    })
  }

  function takeFromWindow(conversation: Conversation<unknown, ToConsent>): void {
    let taken: Pending | undefined
    conversation.onMessage.addListener((message) => {
      if (!isFromConsent(message)) return
      if ('takes' in message) {
        // Each ceremony is given out once.
        taken = pending?.ceremony.id === message.takes ? pending : undefined
        conversation.postMessage(taken === undefined ? { gone: true } : { ceremony: taken.ceremony })
      }
      if ('answered' in message) taken?.answer(message.answered)
    })
    conversation.onDisconnect.addListener(() => taken?.answer(notCompleted))
  }

  return {
    ask,
    onConnect(conversation) {
      if (conversation.name === ceremonyChannel) takeFromPage(conversation)
      // What a window of ours says is taken as it is.
      if (conversation.name === consentChannel && deps.isOwnPage(conversation.sender)) {
        takeFromWindow(conversation)
      }
    },
    onWindowClosed(windowId) {
      if (pending?.windowId === windowId) pending.answer(notCompleted)
    },
  }
}

/** Where a page is, as the browser says: of one that is no longer there, or not there yet, nothing. */
function originOf(sender: Sender | undefined): string | undefined {
  if (sender?.tab === undefined || sender.url === undefined) return undefined
  if (sender.documentLifecycle !== undefined && sender.documentLifecycle !== 'active') return undefined
  return sender.origin ?? new URL(sender.url).origin
}

function rpIdOf(origin: string, asked: Asked): string {
  const named = asked.kind === 'create' ? asked.options.rp.id : asked.options.rpId
  return named ?? new URL(origin).hostname
}

/** What the page says of itself, and not what is kept here, decides whether we are asked at all. */
function isForUs(asked: Asked): boolean {
  return asked.kind === 'get' || asked.options.pubKeyCredParams.some(({ alg }) => alg === -7)
}

function patienceOf({ options: { timeout } }: Asked): number {
  const seconds = timeout === undefined ? usualSeconds : timeout / 1000
  return Math.min(longestSeconds, Math.max(shortestSeconds, seconds)) * 1000
}

function isFromConsent(message: unknown): message is FromConsent {
  return (
    typeof message === 'object' &&
    message !== null &&
    ('takes' in message || 'answered' in message || 'awake' in message)
  )
}
