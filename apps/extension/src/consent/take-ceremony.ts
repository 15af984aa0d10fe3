import {
  type Answered,
  type Ceremony,
  consentChannel,
  type FromConsent,
  type ToConsent,
} from '../messages.ts'
import { webExtension } from '../web-extension.ts'

/** The ceremony this window was opened for. */
export interface TakenCeremony {
  readonly ceremony: Ceremony
  answer(answered: Answered): void
  /** Aborted when there is nobody left to answer. */
  readonly signal: AbortSignal
}

/** A service worker sleeps after thirty seconds without a word. */
const wakeMilliseconds = 20_000

/** Take the ceremony whose id is in the address of the window. @returns `undefined` if there is none any more */
export function takeCeremony(): Promise<TakenCeremony | undefined> {
  const conversation = webExtension.runtime.connect<ToConsent, FromConsent>({ name: consentChannel })
  const gone = new AbortController()
  const wake = setInterval(() => conversation.postMessage({ awake: true }), wakeMilliseconds)
  return new Promise((resolve) => {
    conversation.onDisconnect.addListener(() => {
      clearInterval(wake)
      gone.abort()
      resolve(undefined)
    })
    conversation.onMessage.addListener((message) => {
      if ('gone' in message) return resolve(undefined)
      resolve({
        ceremony: message.ceremony,
        signal: gone.signal,
        answer: (answered) => {
          if (!gone.signal.aborted) conversation.postMessage({ answered })
        },
      })
    })
    conversation.postMessage({ takes: location.hash.slice(1) })
  })
}
