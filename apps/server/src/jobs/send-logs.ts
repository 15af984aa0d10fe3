import type { RunningLogStream } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'
import { every, type RunningJob } from './every.ts'

/** How long the right to deliver a stream lasts: longer than any delivery takes. A node that dies is replaced after this. */
const leaseMilliseconds = 2 * 60_000

/** So many deliveries of one stream in a round: then whoever wants to stop can. */
const mostDeliveries = 20

const firstRetryMilliseconds = 5_000
const longestRetryMilliseconds = 15 * 60_000

/** How much of what went wrong is kept. */
const mostError = 500

/** Send logs on, forever. Several nodes may: each stream is delivered by one at a time. */
export function startSendingLogs(
  deps: ServerDeps,
  holder: string,
  options: { readonly pauseMilliseconds: number },
): RunningJob {
  const running = new Map<string, Promise<unknown>>()
  const job = every({ name: 'log streams', log: deps.log, ...options }, async () => {
    for (const stream of await deps.stores.logStreams.listDue(deps.now())) {
      const { streamId } = stream
      // Not awaited: a receiver that is slow keeps nobody else waiting.
      if (running.has(streamId)) continue
      const sending = sendAlone(deps, holder, stream)
        .catch((cause: unknown) =>
          deps.log.error({ err: cause, streamId }, 'a stream broke; it will be tried again'),
        )
        .finally(() => running.delete(streamId))
      running.set(streamId, sending)
    }
    return 'pause'
  })
  return {
    async stop() {
      await job.stop()
      await Promise.all(running.values())
    },
  }
}

/** Deliver what every stream has to deliver, once. */
export async function sendLogs(deps: ServerDeps, holder: string): Promise<void> {
  const due = await deps.stores.logStreams.listDue(deps.now())
  await Promise.all(due.map((stream) => sendAlone(deps, holder, stream)))
}

async function sendAlone(
  deps: ServerDeps,
  holder: string,
  { tenantId, streamId }: RunningLogStream,
): Promise<void> {
  const { leases, logStreams } = deps.stores
  const name = `log stream ${streamId}`
  const take = () => leases.take(name, holder, deps.now(), new Date(deps.now().getTime() + leaseMilliseconds))
  if (!(await take())) return
  try {
    for (let done = 0; done < mostDeliveries; done++) {
      // As it is now: another node may have delivered since, and an administrator may have switched it off.
      const stream = await logStreams.find(tenantId, streamId)
      if (stream?.enabled !== true || stream.state.notBefore > deps.now()) return
      if ((await deliver(deps, stream)) === 'pause') return
      if (!(await take())) return
    }
  } finally {
    await leases.remove(name, holder)
  }
}

async function deliver(deps: ServerDeps, stream: RunningLogStream): Promise<'again' | 'pause'> {
  const { tenantId, streamId, state } = stream
  const { logStreams } = deps.stores
  const log = deps.log.child({ tenantId, streamId })
  try {
    // Most servers send their logs nowhere.
    const { deliverStream } = await import('../log-streams/deliver-stream.ts')
    const done = await deliverStream(deps, stream)
    if (done === undefined) return 'pause'
    await logStreams.putDelivered(tenantId, streamId, done.delivered)
    if (state.attempts > 0) log.info('the stream goes on')
    return done.more ? 'again' : 'pause'
  } catch (cause) {
    const attempts = state.attempts + 1
    const at = deps.now()
    const notBefore = new Date(at.getTime() + retryMilliseconds(attempts))
    const error = (cause instanceof Error ? cause.message : String(cause)).slice(0, mostError)
    await logStreams.putFailed(tenantId, streamId, { attempts, notBefore, at, error })
    log.warn({ error, attempts, notBefore }, 'a stream was not delivered; it will be tried again')
    return 'pause'
  }
}

/** Five seconds, then twice as long each time, at most a quarter of an hour: nothing is given up. */
function retryMilliseconds(attempts: number): number {
  return Math.min(firstRetryMilliseconds * 2 ** Math.min(attempts - 1, 20), longestRetryMilliseconds)
}
