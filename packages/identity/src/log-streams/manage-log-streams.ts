import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { idFloor, newId } from '../ids/new-id.ts'
import { requirePermission } from '../people/require-permission.ts'
import { readText } from '../read-text.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import { logStreamBound, logStreamPurpose } from './log-stream-secret.ts'
import type { LogStream, RunningLogStream, StreamedLog } from './log-stream-store.ts'
import { readStreamAddress } from './read-address.ts'

/** What an administrator says of a stream. */
export interface LogStreamFacts {
  readonly displayName: string
  readonly address: string
  readonly logs: readonly StreamedLog[]
  readonly enabled: boolean
}

type InTenant = Attribution & { readonly tenantId: string }

/** One stream. */
export type LogStreamTarget = InTenant & { readonly streamId: string }

/** A stream whose secret was just made: the one time it is told. */
export interface MadeLogStream {
  readonly stream: RunningLogStream
  /** `whsec_` and base64; absent for syslog, which signs nothing. */
  readonly secret?: string
}

/** More than any organisation has; each is a delivery of its own. */
const mostStreams = 10

const secretBytes = 32

/** How long the former secret signs beside the new one. */
const formerHours = 24

/**
 * Send the logs somewhere, from now on or from an earlier moment on.
 *
 * @throws IdentityRefusal `not_permitted`; `invalid_input` naming the field; `already_exists`
 */
export async function addLogStream(
  deps: Deps,
  ask: InTenant & LogStreamFacts & { readonly from?: Date },
): Promise<MadeLogStream> {
  const { tenantId } = ask
  const facts = readFacts(ask)
  const now = deps.now()
  const streamId = newId(deps)
  const made = isWebhook(facts.address) ? makeSecret(deps, { tenantId, streamId }) : undefined
  const begin = idFloor(ask.from ?? now)
  const stream: RunningLogStream = {
    tenantId,
    streamId,
    ...facts,
    createdAt: now,
    ...(made && { sealedSecret: made.sealedSecret }),
    state: { signInsUntil: begin, auditUntil: begin, attempts: 0, notBefore: now },
  }
  await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, by(ask), 'change the organisation')
    const held = await tx.logStreams.list(tenantId)
    if (held.length >= mostStreams) throw invalid('too many streams')
    if (held.some(({ displayName }) => displayName === facts.displayName)) {
      throw new IdentityRefusal('already_exists')
    }
    await tx.logStreams.insert(stream)
    await appendAudit(tx, deps, ask, {
      activity: 'log_stream_added',
      target: targetOf(stream),
      detail: { address: toAuditedAddress(stream.address), logs: stream.logs.join(' ') },
    })
  })
  return { stream, ...(made && { secret: made.secret }) }
}

/**
 * Change a stream. What it has to deliver stays; a stream that was failing tries again at once. One that becomes a webhook
 * gets a secret, which is told this once.
 *
 * @throws IdentityRefusal `not_permitted`, `not_found`, `already_exists`; `invalid_input` naming the field
 */
export async function changeLogStream(
  deps: Deps,
  ask: LogStreamTarget & Partial<LogStreamFacts>,
): Promise<MadeLogStream> {
  const { tenantId, streamId } = ask
  const made = makeSecret(deps, { tenantId, streamId })
  return await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, by(ask), 'change the organisation')
    const before = await getStream(tx, ask)
    const facts = readFacts({ ...before, ...said(ask) })
    const others = (await tx.logStreams.list(tenantId)).filter((each) => each.streamId !== streamId)
    if (others.some(({ displayName }) => displayName === facts.displayName)) {
      throw new IdentityRefusal('already_exists')
    }
    const needsSecret = isWebhook(facts.address) && before.sealedSecret === undefined
    const stream = { ...before, ...facts, ...(needsSecret && { sealedSecret: made.sealedSecret }) }
    await tx.logStreams.put(stream)
    await tx.logStreams.putDue(tenantId, streamId, deps.now())
    await appendAudit(tx, deps, ask, {
      activity: 'log_stream_changed',
      target: targetOf(stream),
      detail: {
        address: toAuditedAddress(stream.address),
        logs: stream.logs.join(' '),
        enabled: stream.enabled,
      },
    })
    return { stream, ...(needsSecret && { secret: made.secret }) }
  })
}

/** Send the logs there no more. @throws IdentityRefusal `not_permitted`, `not_found` */
export async function removeLogStream(deps: Deps, ask: LogStreamTarget): Promise<void> {
  await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, by(ask), 'change the organisation')
    const stream = await getStream(tx, ask)
    await tx.logStreams.remove(stream.tenantId, stream.streamId)
    await appendAudit(tx, deps, ask, {
      activity: 'log_stream_removed',
      target: targetOf(stream),
      detail: { address: toAuditedAddress(stream.address) },
    })
  })
}

/**
 * Make a new secret for a webhook. The former one signs beside it for a day, so that no delivery is refused meanwhile.
 *
 * @throws IdentityRefusal `not_permitted`, `not_found`; `invalid_input` for one that signs nothing
 */
export async function rotateLogStreamSecret(deps: Deps, ask: LogStreamTarget): Promise<MadeLogStream> {
  const { sealedSecret, secret } = makeSecret(deps, ask)
  return await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, by(ask), 'change the organisation')
    const before = await getStream(tx, ask)
    if (!isWebhook(before.address)) throw invalid('address')
    const until = new Date(deps.now().getTime() + formerHours * 3_600_000)
    const former = before.sealedSecret && { sealedSecret: before.sealedSecret, until }
    const stream = { ...before, sealedSecret, ...(former && { former }) }
    await tx.logStreams.put(stream)
    await appendAudit(tx, deps, ask, { activity: 'log_stream_secret_rotated', target: targetOf(stream) })
    return { stream, secret }
  })
}

async function getStream(
  tx: Pick<Shelves, 'logStreams'>,
  { tenantId, streamId }: LogStreamTarget,
): Promise<RunningLogStream> {
  const stream = await tx.logStreams.find(tenantId, streamId)
  if (stream === undefined) throw new IdentityRefusal('not_found', { detail: 'log stream' })
  return stream
}

function readFacts({ displayName, address, logs, enabled }: LogStreamFacts): LogStreamFacts {
  const trimmed = address.trim()
  readStreamAddress(trimmed)
  const wanted = [...new Set(logs)].toSorted()
  if (wanted.length === 0) throw invalid('logs')
  return { displayName: readText(displayName, 'displayName', 100), address: trimmed, logs: wanted, enabled }
}

function said({ displayName, address, logs, enabled }: Partial<LogStreamFacts>): Partial<LogStreamFacts> {
  return {
    ...(displayName !== undefined && { displayName }),
    ...(address !== undefined && { address }),
    ...(logs !== undefined && { logs }),
    ...(enabled !== undefined && { enabled }),
  }
}

/** Of a webhook its origin alone: in the path and the query of many stands what lets one write there. */
function toAuditedAddress(address: string): string {
  const read = readStreamAddress(address)
  return read.kind === 'webhook' ? read.url.origin : address
}

function isWebhook(address: string): boolean {
  return readStreamAddress(address).kind === 'webhook'
}

function makeSecret(deps: Pick<Deps, 'random' | 'keyring'>, of: Pick<LogStream, 'tenantId' | 'streamId'>) {
  const bytes = deps.random(secretBytes)
  return {
    sealedSecret: deps.keyring.seal(logStreamPurpose, bytes, logStreamBound(of)),
    secret: `whsec_${Buffer.from(bytes).toString('base64')}`,
  }
}

function targetOf({ streamId, displayName }: LogStream) {
  return { kind: 'logStream', id: streamId, name: displayName }
}

function by({ tenantId, actor }: InTenant): InTenant {
  return { tenantId, actor }
}

function invalid(detail: string): IdentityRefusal {
  return new IdentityRefusal('invalid_input', { detail })
}
