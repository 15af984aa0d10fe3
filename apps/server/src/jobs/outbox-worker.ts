import type { OutboxMessage } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'
import { every, type RunningJob } from './every.ts'

/** Tells the world one message. Throws when it could not; whoever gets it twice must be able to see that. */
export type Sender = (message: OutboxMessage) => Promise<void>

export type Senders = Readonly<Record<OutboxMessage['kind'], Sender>>

/** How many messages are on their way at once. */
const batchSize = 10

/** How long a message is ours: longer than any sender tries. */
const leaseMilliseconds = 2 * 60_000

/** How long we go on trying. After that an app's own session has ended anyway, and a mail would only surprise. */
const daysToTry: Readonly<Record<OutboxMessage['kind'], number>> = {
  mail: 7,
  backchannelLogout: 1,
  // A minute: what it tells of is over then.
  push: 1 / (24 * 60),
}

const dayMilliseconds = 24 * 60 * 60_000

/** Send what the outbox holds, forever. Several nodes may: the store gives each message to one of them. */
export function startOutboxWorker(
  deps: ServerDeps,
  senders: Senders,
  options: { readonly pauseMilliseconds: number },
): RunningJob {
  return every({ name: 'outbox', log: deps.log, ...options }, () => sendDue(deps, senders))
}

/** Send what is due now, once. */
export async function sendDue(deps: ServerDeps, senders: Senders): Promise<'again' | 'pause'> {
  const now = deps.now()
  const until = new Date(now.getTime() + leaseMilliseconds)
  const messages = await deps.stores.outbox.takeDue(now, until, batchSize)
  await Promise.all(messages.map((message) => sendOne(deps, senders, message)))
  return messages.length === batchSize ? 'again' : 'pause'
}

async function sendOne(deps: ServerDeps, senders: Senders, message: OutboxMessage): Promise<void> {
  const { messageId, tenantId, kind, attempts } = message
  const log = deps.log.child({ messageId, tenantId, kind, attempts })
  try {
    await senders[kind](message)
    await deps.stores.outbox.remove(messageId)
    deps.metrics.countMessage({ kind, outcome: 'sent' })
    log.info('sent')
  } catch (cause) {
    const retryAt = decideRetry(message, deps.now())
    const error = cause instanceof Error ? cause.message : String(cause)
    if (retryAt === undefined) {
      await deps.stores.outbox.remove(messageId)
      deps.metrics.countMessage({ kind, outcome: 'given_up' })
      log.error({ error }, 'given up: it could not be sent in time')
    } else {
      await deps.stores.outbox.putRetry(messageId, retryAt, error)
      deps.metrics.countMessage({ kind, outcome: 'retried' })
      log.warn({ error, retryAt }, 'not sent; it will be tried again')
    }
  }
}

/**
 * Decide when to try again: after 15 seconds, then twice as long each time, at most an hour.
 *
 * @returns `undefined` when the message is too old to be of use
 */
export function decideRetry(message: OutboxMessage, now: Date): Date | undefined {
  const endsAt = message.createdAt.getTime() + daysToTry[message.kind] * dayMilliseconds
  // This attempt is counted already.
  const delay = Math.min(15_000 * 2 ** Math.min(message.attempts - 1, 20), 60 * 60_000)
  const retryAt = now.getTime() + delay
  return retryAt > endsAt ? undefined : new Date(retryAt)
}
