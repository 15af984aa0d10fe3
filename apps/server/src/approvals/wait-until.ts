import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'

/** How long we look away. Another server may have written it, so we look, and wait for no word. */
const pauseMilliseconds = 500

/**
 * Look again and again until what is looked for is there, or the time is up, or somebody else takes the place.
 *
 * @param is.who a device, a person or a visit, of which only so many wait at a time
 * @param is.given aborted when nobody waits for the answer any more
 * @param is.server one that stops answers at once
 * @throws IdentityRefusal `server_busy` if too many wait already, and it is not there at the first look
 */
export async function waitUntil<T>(
  look: () => Promise<T>,
  isThere: (seen: T) => boolean,
  is: {
    readonly who: string
    readonly seconds: number
    readonly given: AbortSignal
    readonly server: Pick<FastifyInstance, 'draining' | 'waitingLine'>
  },
): Promise<T> {
  const until = performance.now() + is.seconds * 1000
  const isOver = () => performance.now() + pauseMilliseconds > until || is.server.draining.active
  const first = await look()
  if (isThere(first) || isOver() || is.given.aborted) return first

  const place = is.server.waitingLine.take(is.who)
  const ended = AbortSignal.any([place.taken, is.given])
  try {
    let seen = first
    while (!isThere(seen) && !isOver() && !ended.aborted) {
      await pause(pauseMilliseconds, undefined, { signal: ended }).catch(() => undefined)
      if (!ended.aborted) seen = await look()
    }
    return seen
  } finally {
    place.leave()
  }
}
