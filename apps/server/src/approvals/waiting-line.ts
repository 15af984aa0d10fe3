import { IdentityRefusal } from '@latchkey/identity'

declare module 'fastify' {
  interface FastifyInstance {
    /** Those who wait here for an answer of somebody. */
    readonly waitingLine: WaitingLine
  }
}

/** How many may wait. Each looks into the database twice a second. */
export interface WaitingLimits {
  /** At a time, of one device or of one visit: a second window, or a connection that broke and is not noticed yet. */
  readonly each: number
  /** At a time, in this process. */
  readonly all: number
}

const usualWaiting: WaitingLimits = { each: 2, all: 1000 }

/** A place in the line. */
export interface Place {
  /** Aborted when another of the same needs it. */
  readonly taken: AbortSignal
  leave(): void
}

/** Bounds how many requests stay open to wait for something. */
export interface WaitingLine {
  /**
   * Take a place. If this very one waits too often already, whoever waits longest goes, and is answered at once.
   *
   * @param who a device, a person or a visit
   * @throws IdentityRefusal `server_busy` if too many wait, whoever they are
   */
  take(who: string): Place
}

/** Open a line with nobody in it. */
export function openWaitingLine({ each, all }: WaitingLimits = usualWaiting): WaitingLine {
  const lines = new Map<string, Map<AbortController, Place>>()
  let waiting = 0

  return {
    take(who) {
      const line = lines.get(who) ?? new Map<AbortController, Place>()
      const [longest] = line
      if (longest !== undefined && line.size >= each) {
        longest[1].leave()
        longest[0].abort()
      }
      if (waiting >= all) throw new IdentityRefusal('server_busy', { detail: `${waiting} wait` })
      const taken = new AbortController()
      const place: Place = {
        taken: taken.signal,
        leave() {
          if (!line.delete(taken)) return
          waiting--
          if (line.size === 0 && lines.get(who) === line) lines.delete(who)
        },
      }
      line.set(taken, place)
      lines.set(who, line)
      waiting++
      return place
    },
  }
}
