import { type Delivered, idFloor, type RunningLogStream, type StreamedLog } from '@latchkey/identity'
import { openLogStreamSecrets, readStreamAddress } from '@latchkey/identity/administer'
import type { GraphObject } from '../graph/resource-shape.ts'
import { logSource } from '../log-export/log-source.ts'
import { settleMilliseconds } from '../log-export/settle.ts'
import type { ServerDeps } from '../server-deps.ts'
import { postWebhook } from './post-webhook.ts'
import type { Reachable } from './reachable.ts'
import { sendSyslog } from './send-syslog.ts'
import { signWebhook } from './sign-webhook.ts'
import { writeSyslog } from './write-syslog.ts'

/** So many records go out together. */
const mostAtOnce = 200

/** What goes out together: records of one log, oldest first. */
interface Batch {
  readonly log: StreamedLog
  /** The id of the last one. */
  readonly until: string
  readonly entries: readonly GraphObject[]
}

/**
 * Deliver what a stream has not delivered yet, once for each of its logs. What was delivered is kept after the receiver had
 * it: if we die in between, it gets the same again, under the same id.
 *
 * A record is sent only when everything before it is certain to be on the disk (`settleMilliseconds`), so nothing is ever
 * passed over.
 *
 * @returns what was delivered, and whether there is more; `undefined` if there was nothing
 * @throws Error saying what went wrong
 */
export async function deliverStream(
  deps: ServerDeps,
  stream: RunningLogStream,
): Promise<{ readonly delivered: Delivered; readonly more: boolean } | undefined> {
  const batches = await readBatches(deps, stream)
  if (batches.length === 0) return undefined
  await send(deps, stream, batches)
  const of = (log: StreamedLog) => batches.find((batch) => batch.log === log)?.until
  const [signInsUntil, auditUntil] = [of('signIns'), of('audit')]
  return {
    delivered: {
      at: deps.now(),
      ...(signInsUntil !== undefined && { signInsUntil }),
      ...(auditUntil !== undefined && { auditUntil }),
    },
    more: batches.some(({ entries }) => entries.length === mostAtOnce),
  }
}

/** Send a record that says it is a test. @throws Error saying what went wrong */
export async function sendTest(deps: ServerDeps, stream: RunningLogStream): Promise<void> {
  const id = `test-${deps.now().getTime()}`
  const entry = { id, createdDateTime: deps.now().toISOString(), test: true }
  const [log = 'signIns'] = stream.logs
  await send(deps, stream, [{ log, until: id, entries: [entry] }])
}

/** What stands before the records of a batch, and where the place is kept. */
function placeOf({ state }: RunningLogStream, log: StreamedLog): string {
  return log === 'signIns' ? state.signInsUntil : state.auditUntil
}

async function readBatches(deps: ServerDeps, stream: RunningLogStream): Promise<readonly Batch[]> {
  const { stores, countryOf, now, config } = deps
  const settled = idFloor(new Date(now().getTime() - settleMilliseconds(config.database)))
  const tools = { shelves: stores, countryOf, now }
  const batches = await Promise.all(
    stream.logs.map(async (log) => {
      const source = logSource(tools, { tenantId: stream.tenantId, log })
      const read = await source.readAfter(placeOf(stream, log), settled, mostAtOnce)
      const until = read.at(-1)?.id
      return until === undefined ? [] : [{ log, until, entries: read.map(({ shown }) => shown) }]
    }),
  )
  return batches.flat()
}

async function send(deps: ServerDeps, stream: RunningLogStream, batches: readonly Batch[]): Promise<void> {
  const destination = readStreamAddress(stream.address)
  const reachable: Reachable = {
    allowed: deps.config.privateDestinations,
    encrypted: destination.encrypted,
  }
  if (destination.kind === 'syslog') {
    const host = deps.config.url.hostname
    const messages = batches.flatMap(({ log, entries }) =>
      entries.map((entry) => writeSyslog(log, entry, host)),
    )
    return await sendSyslog(destination, messages, reachable)
  }
  const secrets = await openLogStreamSecrets(deps, stream)
  for (const { log, until, entries } of batches) {
    const id = `${stream.streamId}.${log}.${until}`
    const body = JSON.stringify({ type: `latchkey.${log}`, tenantId: stream.tenantId, records: entries })
    const headers = signWebhook({ id, at: deps.now(), body }, secrets)
    await postWebhook(destination.url, { body, headers }, reachable)
  }
}
