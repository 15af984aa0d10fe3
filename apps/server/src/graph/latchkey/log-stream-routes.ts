import { isUuid, type RunningLogStream } from '@latchkey/identity'
import {
  addLogStream,
  changeLogStream,
  type LogStreamFacts,
  type MadeLogStream,
  readStreamAddress,
  removeLogStream,
  rotateLogStreamSecret,
  streamedLogs,
} from '@latchkey/identity/administer'
import { z } from 'zod'
import { by } from '../attribution.ts'
import { collection, created, entity, noContent } from '../graph-answer.ts'
import type { GraphCall, GraphPermissions, GraphRoute } from '../graph-route.ts'
import { toGraphTime } from '../graph-time.ts'
import { ifGiven } from '../if-given.ts'
import { keyOf, resourceMissing } from '../key-of.ts'
import { graphBoolean, graphDate, readGraphBody } from '../read-graph-body.ts'
import type { GraphObject } from '../resource-shape.ts'

const text = z.string().max(2000)
const logs = z.array(z.enum(streamedLogs)).min(1).max(streamedLogs.length)

const NewStream = z.strictObject({
  displayName: text,
  address: text,
  logs: logs.default([...streamedLogs]),
  isEnabled: graphBoolean.default(true),
  /** What happened since then is delivered too. Absent: from now on. */
  from: graphDate.optional(),
})

const StreamChange = z.strictObject({
  displayName: text.optional(),
  address: text.optional(),
  logs: logs.optional(),
  isEnabled: graphBoolean.optional(),
})

const readers = ['AuditLog.Read.All']
const writers = ['Organization.ReadWrite.All']
const read: GraphPermissions = { delegated: readers, application: readers }
const write: GraphPermissions = { delegated: writers, application: writers }

const place = '/latchkey/logStreams'
const context = 'latchkey/logStreams'

/** Where the logs are sent as they grow: a signed webhook, or syslog. Ours: Graph has no such thing. */
export const logStreamRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: place,
    permissions: read,
    act: 'read logs',
    query: [],
    async handle(call) {
      const streams = await call.deps.stores.logStreams.list(call.tenant.tenantId)
      return collection(call, context, await Promise.all(streams.map((stream) => toStream(call, stream))))
    },
  },
  {
    method: 'POST',
    path: place,
    permissions: write,
    act: 'change the organisation',
    async handle(call) {
      const { isEnabled, from, ...facts } = readGraphBody(NewStream, call.body)
      const ask = { ...by(call), ...facts, enabled: isEnabled, ...ifGiven('from', from) }
      const made = await addLogStream(call.deps, ask)
      return created(call, `${context}/$entity`, await toMade(call, made), `${place}/${made.stream.streamId}`)
    },
  },
  {
    method: 'GET',
    path: `${place}/{stream}`,
    permissions: read,
    act: 'read logs',
    handle: async (call) => entity(call, `${context}/$entity`, await toStream(call, await getStream(call))),
  },
  {
    method: 'PATCH',
    path: `${place}/{stream}`,
    permissions: write,
    act: 'change the organisation',
    async handle(call) {
      const { isEnabled, displayName, address, logs: wanted } = readGraphBody(StreamChange, call.body)
      const change: Partial<LogStreamFacts> = {
        ...ifGiven('enabled', isEnabled),
        ...ifGiven('displayName', displayName),
        ...ifGiven('address', address),
        ...ifGiven('logs', wanted),
      }
      const { streamId } = await getStream(call)
      const made = await changeLogStream(call.deps, { ...by(call), streamId, ...change })
      return entity(call, `${context}/$entity`, await toMade(call, made))
    },
  },
  {
    method: 'DELETE',
    path: `${place}/{stream}`,
    permissions: write,
    act: 'change the organisation',
    async handle(call) {
      const { streamId } = await getStream(call)
      await removeLogStream(call.deps, { ...by(call), streamId })
      return noContent
    },
  },
  {
    method: 'POST',
    path: `${place}/{stream}/rotateSecret`,
    permissions: write,
    act: 'change the organisation',
    async handle(call) {
      const { streamId } = await getStream(call)
      const made = await rotateLogStreamSecret(call.deps, { ...by(call), streamId })
      return entity(call, `${context}/$entity`, await toMade(call, made))
    },
  },
  {
    method: 'POST',
    path: `${place}/{stream}/test`,
    permissions: write,
    act: 'change the organisation',
    async handle(call) {
      const stream = await getStream(call)
      const { sendTest } = await import('../../log-streams/deliver-stream.ts')
      const error = await sendTest(call.deps, stream).then(
        () => null,
        (cause: unknown) => (cause instanceof Error ? cause.message : String(cause)),
      )
      return entity(call, 'latchkey.logStreamTest', { delivered: error === null, error })
    },
  },
]

/** @throws GraphRefusal `Request_ResourceNotFound` */
async function getStream(call: GraphCall): Promise<RunningLogStream> {
  const key = keyOf(call, 'stream')
  const id = key.toLowerCase()
  const stream = isUuid(id) ? await call.deps.stores.logStreams.find(call.tenant.tenantId, id) : undefined
  if (stream === undefined) throw resourceMissing(key)
  return stream
}

/** With the secret, the one time it is told. */
async function toMade(call: GraphCall, { stream, secret }: MadeLogStream): Promise<GraphObject> {
  return { ...(await toStream(call, stream)), secret: secret ?? null }
}

async function toStream({ deps }: GraphCall, stream: RunningLogStream): Promise<GraphObject> {
  const { state, former } = stream
  const waiting = await findOldestWaiting(deps.stores, stream)
  return {
    id: stream.streamId,
    displayName: stream.displayName,
    kind: readStreamAddress(stream.address).kind,
    address: stream.address,
    logs: stream.logs,
    isEnabled: stream.enabled,
    createdDateTime: toGraphTime(stream.createdAt),
    formerSecretUntil: former !== undefined && deps.now() < former.until ? toGraphTime(former.until) : null,
    state: {
      lastDeliveredDateTime: state.deliveredAt ? toGraphTime(state.deliveredAt) : null,
      lastError: state.failure?.error ?? null,
      lastErrorDateTime: state.failure ? toGraphTime(state.failure.at) : null,
      failingSinceDateTime: state.failure ? toGraphTime(state.failure.since) : null,
      nextAttemptDateTime: state.failure ? toGraphTime(state.notBefore) : null,
      oldestWaitingDateTime: waiting ? toGraphTime(waiting) : null,
      lagSeconds: waiting ? Math.max(0, Math.round((deps.now().getTime() - waiting.getTime()) / 1000)) : 0,
    },
  }
}

/** Greater than every id. */
const endOfTime = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** When the oldest record was written that was not delivered yet: one lookup by key for each log. */
async function findOldestWaiting(
  { signIns, audit }: GraphCall['deps']['stores'],
  { tenantId, logs: streamed, state }: RunningLogStream,
): Promise<Date | undefined> {
  const next = { until: endOfTime, limit: 1 }
  const waiting = await Promise.all(
    streamed.map(async (log) =>
      log === 'signIns'
        ? await signIns.listAfter(tenantId, { ...next, after: state.signInsUntil })
        : await audit.listAfter(tenantId, { ...next, after: state.auditUntil }),
    ),
  )
  const times = waiting.flat().map(({ at }) => at.getTime())
  return times.length === 0 ? undefined : new Date(Math.min(...times))
}
