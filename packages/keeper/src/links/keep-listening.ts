import { ApiProblem } from '@latchkey/api'
import type { Authenticator } from '@latchkey/ctap'
import type { KeeperStore } from '../storage/keeper-store.ts'
import type { AuthenticatorLink } from './kept-link.ts'
import type { LinkApi } from './link-api.ts'
import { forgetLink } from './link-book.ts'
import type { LinkDeps } from './make-link.ts'
import { type Listening, listenForCalls } from './use-link.ts'

/** What a device listens with. */
export interface ListenDeps extends LinkDeps {
  readonly store: KeeperStore
  /** Resolves after so long: before a tunnel service that was gone is asked again. */
  readonly pause: (milliseconds: number) => Promise<void>
}

/** A link that is listened at. */
export interface ToListen {
  readonly link: AuthenticatorLink
  /** The server's routes, as the device of the account the link is of. */
  readonly api: Pick<LinkApi, 'list' | 'announce'>
  /** Who answers the browser of this name. */
  readonly answering: (name: string) => Pick<Authenticator, 'answer'>
  /** Told once the link was forgotten, because the server knows it no more. */
  readonly onForgotten: (name: string) => void
  /** Ends it. */
  readonly signal: AbortSignal
}

/** Calls of one browser that are answered, for as long as there is a link. */
export interface KeptListening {
  /** Whether there is a link still, known after the first look. */
  readonly begun: Promise<boolean>
  /** What the browser is called, as far as the server said. */
  name(): string
  readonly over: Promise<void>
}

const retryMilliseconds = 5_000

/** Refusals after which this device is none of the account's any more. */
const endings = new Set(['device_unknown', 'device_revoked'])

/**
 * Wait for the browser of a link, and answer it, again whenever the tunnel service was gone, until the link is. A link
 * that the server does not know any more is forgotten here.
 */
export function keepListening(deps: ListenDeps, asked: ToListen): KeptListening {
  const { link, api, answering, onForgotten, signal } = asked
  const { promise: begun, resolve: setBegun } = Promise.withResolvers<boolean>()
  const forgotten = new AbortController()
  const until = AbortSignal.any([signal, forgotten.signal])
  let known = ''

  const forget = async () => {
    if (forgotten.signal.aborted) return
    forgotten.abort()
    await forgetLink(deps.store, link.linkId)
    onForgotten(known)
  }
  const listenOnce = async (): Promise<Listening | undefined> => {
    try {
      const found = (await api.list()).find(({ linkId }) => linkId === link.linkId)
      if (found === undefined) {
        await forget()
        return undefined
      }
      known = found.other
      const onGone = () => void forget()
      return await listenForCalls(deps, { link, authenticator: answering(known), api, onGone })
    } catch (cause) {
      // Somebody who was taken off the account has no links. Everything else is tried again.
      if (cause instanceof ApiProblem && endings.has(cause.code)) await forget()
      return undefined
    }
  }
  const listen = async (): Promise<void> => {
    while (!until.aborted) {
      const listening = await listenOnce()
      setBegun(!forgotten.signal.aborted)
      const stop = () => listening?.stop()
      // Whoever stopped it while it began to listen is not heard any more.
      if (until.aborted) stop()
      until.addEventListener('abort', stop, { once: true })
      await listening?.over
      until.removeEventListener('abort', stop)
      if (!until.aborted) await deps.pause(retryMilliseconds)
    }
    setBegun(false)
  }
  return { begun, name: () => known, over: listen() }
}
