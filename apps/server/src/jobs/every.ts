import type { FastifyBaseLogger } from 'fastify'

/** Something that is done again and again. */
export interface RunningJob {
  /** Begin no more; resolves when what was begun is done. */
  stop(): Promise<void>
}

/**
 * Do something now, and again after each pause. What it throws is logged, and the next round comes all the same.
 *
 * @param round says `again` when there is more to do at once
 */
export function every(
  job: { readonly name: string; readonly pauseMilliseconds: number; readonly log: FastifyBaseLogger },
  round: () => Promise<'again' | 'pause'>,
): RunningJob {
  const stopped = new AbortController()
  const running = (async () => {
    while (!stopped.signal.aborted) {
      const next = await round().catch((cause: unknown) => {
        job.log.error({ err: cause, job: job.name }, 'a job failed; it will be tried again')
        return 'pause' as const
      })
      if (next === 'pause') await pause(job.pauseMilliseconds, stopped.signal)
    }
  })()
  return {
    async stop() {
      stopped.abort()
      await running
    },
  }
}

function pause(milliseconds: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stopped.aborted) return resolve()
    const timer = setTimeout(done, milliseconds)
    stopped.addEventListener('abort', done, { once: true })
    function done() {
      clearTimeout(timer)
      stopped.removeEventListener('abort', done)
      resolve()
    }
  })
}
